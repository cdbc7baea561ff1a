package org.teestriage.platform.document;

public final class Attachment {

    private final String name;
    private final String mediaType;
    private final byte[] content;

    public Attachment(String name, String mediaType, byte[] content) {
        this.name = name;
        this.mediaType = mediaType;
        this.content = content.clone();
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content.clone();
    }

    public String hash() {
        return Sha256.of(content);
    }
}
