package org.teestriage.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.deadline.WorkingCalendar;
import org.teestriage.decision.wording.Wording;
import org.teestriage.directory.Partners;

/** The files below {@code config}, read as the service reads them. */
public final class ShippedConfig {

    private ShippedConfig() {}

    public static DeadlineRules deadlineRules() {
        WorkingCalendar calendar = read("bank-holidays.json", WorkingCalendar::read);
        return read("clocks.yaml", yaml -> DeadlineRules.read(yaml, calendar));
    }

    public static Wording wording() {
        return read("wording.yaml", Wording::read);
    }

    public static Partners partners() {
        return read(
                "partners.yaml", partners -> read("platforms.yaml", platforms -> Partners.read(partners, platforms)));
    }

    private static <T> T read(String name, Function<InputStream, T> reader) {
        try (InputStream file = Files.newInputStream(Path.of("config", name))) {
            return reader.apply(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
