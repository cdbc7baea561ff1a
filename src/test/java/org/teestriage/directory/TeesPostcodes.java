package org.teestriage.directory;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All TS postcodes with their authorities (ONS Postcode Directory, November 2025), from a file beside the project. */
public final class TeesPostcodes {
    public static final int COUNT = 23_383;
    private static final Path FILE = Path.of("../shared/data/ts_postcode_la.csv");

    private TeesPostcodes() {}

    static InputStream open() {
        assumeThat(FILE).exists();
        try {
            return Files.newInputStream(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<OnspdFile.Line> all() {
        List<OnspdFile.Line> all = new ArrayList<>();
        new OnspdFile(open()).forEachBatch(1_000, all::addAll);
        return all;
    }
}
