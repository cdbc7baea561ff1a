package org.teestriage.timeline.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.teestriage.deadline.BusinessClock;

/**
 * Checkpoints as files: a folder for each London day, a file for each checkpoint, named by its number. Files are added,
 * never changed.
 */
public final class CheckpointFolder {

    private static final String SUFFIX = ".checkpoint";
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final String FILE = "\\d{10}\\.checkpoint";

    private final Path root;

    public CheckpointFolder(Path root) {
        this.root = root;
    }

    /** A checkpoint with the lines that it covers, first the entries and then the reads. */
    public record Sheet(Checkpoint checkpoint, List<Rows.Line> entries, List<Rows.Line> readings) {

        private byte[] bytes() {
            StringBuilder text = new StringBuilder(checkpoint.text()).append('\n');
            entries.forEach(line -> text.append(line.text()).append('\n'));
            readings.forEach(line -> text.append(line.text()).append('\n'));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        /** @throws IllegalArgumentException if the text is not a checkpoint */
        static Sheet read(String text) {
            int end = text.indexOf("\n\n");
            if (end < 0) {
                throw new IllegalArgumentException("the file is truncated");
            }
            List<Rows.Line> lines =
                    text.substring(end + 2).lines().map(Sheet::line).toList();
            return new Sheet(
                    Checkpoint.read(text.substring(0, end + 1)),
                    of(CheckpointWriter.ENTRY, lines),
                    of(CheckpointWriter.READING, lines));
        }

        private static Rows.Line line(String text) {
            return new Rows.Line(Long.parseLong(text.split(" ", 3)[1]), text);
        }

        private static List<Rows.Line> of(String kind, List<Rows.Line> lines) {
            return lines.stream().filter(line -> line.text().startsWith(kind)).toList();
        }

        /** Whether the lines match the signed roots. */
        boolean isWhole() {
            return Rows.root(entries).equals(checkpoint.entries().root())
                    && Rows.root(readings).equals(checkpoint.readings().root());
        }
    }

    /** The content of a file, which may not be a checkpoint. */
    public record File(String name, String text) {}

    /** Files in ascending order. */
    public List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path day : named(root, DAY)) {
            files.addAll(named(day, FILE));
        }
        return files;
    }

    public static File open(Path file) throws IOException {
        return new File(String.valueOf(file.getFileName()), Files.readString(file));
    }

    /**
     * Adds a checkpoint as a whole or not at all. Idempotent.
     *
     * @throws IllegalStateException if the checkpoint contradicts the folder: the folder has other content under its
     *     number, or a newest file that it does not follow
     */
    public void add(Sheet sheet) throws IOException {
        Checkpoint checkpoint = sheet.checkpoint();
        Path day = root.resolve(BusinessClock.dateOf(checkpoint.at()).toString());
        Path file = day.resolve("%010d%s".formatted(checkpoint.number(), SUFFIX));
        if (Files.exists(file)) {
            if (!Arrays.equals(Files.readAllBytes(file), sheet.bytes())) {
                throw new IllegalStateException(
                        "checkpoint %d is in the folder already, with other content: was an older backup restored?"
                                .formatted(checkpoint.number()));
            }
            return;
        }
        requireToFollow(checkpoint);
        Files.createDirectories(day);
        Path half = Files.createTempFile(day, "half-", ".tmp");
        try {
            try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(sheet.bytes());
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
        keep(day);
        keep(root);
    }

    /** An empty folder accepts any checkpoint, because operators may archive a full folder. */
    private void requireToFollow(Checkpoint checkpoint) throws IOException {
        Optional<Path> newest = newest();
        if (newest.isPresent()) {
            Checkpoint last = head(newest.get());
            if (last.number() != checkpoint.number() - 1 || !last.hash().equals(checkpoint.previous())) {
                throw new IllegalStateException(
                        ("the newest checkpoint in the folder is %d, and %d of the database does not follow it: was an"
                                        + " older backup restored, or a file deleted?")
                                .formatted(last.number(), checkpoint.number()));
            }
        }
    }

    /** Forces the folder to disk: without this, the names of its files may be lost. */
    private static void keep(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Reads only the head, however long the file. */
    private static Checkpoint head(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            StringBuilder text = new StringBuilder();
            lines.takeWhile(line -> !line.isEmpty())
                    .forEach(line -> text.append(line).append('\n'));
            return Checkpoint.read(text.toString());
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalStateException(file.getFileName() + " cannot be read", unreadable);
        }
    }

    private Optional<Path> newest() throws IOException {
        List<Path> days = named(root, DAY);
        for (int i = days.size() - 1; i >= 0; i--) {
            List<Path> files = named(days.get(i), FILE);
            if (!files.isEmpty()) {
                return Optional.of(files.get(files.size() - 1));
            }
        }
        return Optional.empty();
    }

    private static List<Path> named(Path folder, String pattern) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(each -> each.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        }
    }
}
