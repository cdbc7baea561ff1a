package org.teestriage.delivery.channel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.teestriage.delivery.DeliveryJob;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.persistence.Json;

record LetterPayload(
        String dispatchId,
        String purpose,
        String ourReference,
        String recipient,
        String text,
        List<Enclosed> enclosures) {

    /** @param content the bytes in Base64 */
    record Enclosed(String name, String mediaType, String sha256, String content) {
        static Enclosed of(Attachment sheet) {
            return new Enclosed(
                    sheet.name(),
                    sheet.mediaType(),
                    sheet.hash(),
                    Base64.getEncoder().encodeToString(sheet.content()));
        }
    }

    static LetterPayload of(DeliveryJob parcel) {
        return new LetterPayload(
                parcel.dispatchId(),
                parcel.purpose().name(),
                parcel.reference().value(),
                parcel.recipient(),
                parcel.draft().text(),
                parcel.enclosures().stream().map(Enclosed::of).toList());
    }

    byte[] bytes() {
        return Json.write(this).getBytes(StandardCharsets.UTF_8);
    }
}
