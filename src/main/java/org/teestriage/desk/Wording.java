package org.teestriage.desk;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Sentences that people act on in an emergency, as dated data: each set says where it comes from and from when it holds. */
public record Wording(Emergency emergency, OutOfHours outOfHours, Images images, Afterwards afterwards) {

    /** What to do when a child is in danger now. */
    public record Emergency(String from, String source, String say, List<String> tellThem, List<String> doNot) {}

    /** What to do while the hub is closed; {@code %s} stands for the duty team, its number, and the next opening. */
    public record OutOfHours(String from, String source, String now, String later) {}

    /** What not to do with an image. */
    public record Images(String from, String source, String say) {}

    /** What happens after a concern was raised, and by when. */
    public record Afterwards(String from, String source, List<String> next) {
        public Afterwards {
            next = List.copyOf(next);
        }
    }

    static Wording read(InputStream yaml) {
        try {
            return YAMLMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .build()
                    .readValue(yaml, Wording.class);
        } catch (IOException e) {
            throw new UncheckedIOException("config/wording.yaml cannot be read", e);
        }
    }
}
