package org.teestriage.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

public final class OnspdFile {

    /** A postcode, and the GSS code of the authority that contains it. */
    public record Line(Postcode postcode, String authority) {
        private static final Pattern GSS_CODE = Pattern.compile("[A-Z][0-9]{8}");

        public Line {
            if (!GSS_CODE.matcher(authority).matches()) {
                throw new IllegalArgumentException("not an authority code");
            }
        }
    }

    /**
     * The result of an import.
     *
     * @param firstSkipped line numbers and reasons, never the content of a line
     */
    public record Account(long read, long skipped, List<String> firstSkipped) {
        public Account {
            firstSkipped = List.copyOf(firstSkipped);
        }
    }

    private static final int SKIPPED_TO_NAME = 10;
    // Column names differ between editions, and the newest contain the year: lad25cd.
    private static final List<String> POSTCODE_COLUMNS = List.of("pcds", "pcd", "pcd8", "pcd7", "postcode");
    private static final List<String> AUTHORITY_COLUMNS = List.of("laua", "oslaua", "la_gss", "lad\\d\\dcd");

    private final InputStream csv;
    private final ObjectReader row = new CsvMapper().readerFor(String[].class);

    public OnspdFile(InputStream csv) {
        this.csv = csv;
    }

    /**
     * Reads the ONS Postcode Directory in batches, so that its 2.5 million postcodes need not fit into memory. Includes
     * terminated postcodes, because users still type old addresses.
     */
    public Account forEachBatch(int size, Consumer<List<Line>> use) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            return read(lines, size, use);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Account read(BufferedReader lines, int size, Consumer<List<Line>> use) throws IOException {
        String[] header = header(lines.readLine());
        int postcode = column(header, POSTCODE_COLUMNS, "postcode");
        int authority = column(header, AUTHORITY_COLUMNS, "authority");
        List<Line> batch = new ArrayList<>(size);
        List<String> firstSkipped = new ArrayList<>();
        long read = 0;
        long skipped = 0;
        long number = 1;
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            number++;
            if (text.isBlank()) {
                continue;
            }
            try {
                batch.add(line(text, postcode, authority));
                read++;
            } catch (IllegalArgumentException e) {
                skipped++;
                if (skipped <= SKIPPED_TO_NAME) {
                    firstSkipped.add("line " + number + ": " + e.getMessage());
                }
            }
            if (batch.size() == size) {
                use.accept(List.copyOf(batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            use.accept(List.copyOf(batch));
        }
        return new Account(read, skipped, firstSkipped);
    }

    private Line line(String text, int postcode, int authority) {
        String[] cells = cells(text);
        if (cells.length <= Math.max(postcode, authority)) {
            throw new IllegalArgumentException("too few columns");
        }
        return new Line(
                Postcode.parse(cells[postcode]).orElseThrow(() -> new IllegalArgumentException("not a postcode")),
                cells[authority].strip());
    }

    /** Parses each line separately, so that an unclosed quote invalidates one line and not the rest of the file. */
    private String[] cells(String text) {
        try {
            return row.readValue(text);
        } catch (JsonProcessingException e) {
            // Omits the message of the parser, which quotes the line.
            throw new IllegalArgumentException("not a row of comma-separated values");
        }
    }

    private String[] header(@Nullable String text) {
        String names = text == null ? "" : text.replace("\ufeff", "");
        if (names.isBlank()) {
            throw new IllegalArgumentException("the file of postcodes has no header line");
        }
        return cells(names);
    }

    private static int column(String[] header, List<String> names, String what) {
        for (String name : names) {
            for (int i = 0; i < header.length; i++) {
                if (header[i].strip().toLowerCase(Locale.ROOT).matches(name)) {
                    return i;
                }
            }
        }
        throw new IllegalArgumentException("the file of postcodes has no " + what + " column: looked for "
                + String.join(", ", names).replace("\\d\\d", "??"));
    }
}
