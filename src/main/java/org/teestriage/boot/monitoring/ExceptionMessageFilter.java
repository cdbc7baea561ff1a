package org.teestriage.boot.monitoring;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Removes exception messages from all log lines, because libraries quote user input in them. Startup failures keep
 * their messages, because no user input exists yet.
 */
@LoggingFilter(name = "discreet")
public final class ExceptionMessageFilter implements Filter {

    private static final List<String> OF_THE_START =
            List.of("io.quarkus.runtime", "io.quarkus.bootstrap", "org.flywaydb");

    private static final PatternFormatter SENTENCE = new PatternFormatter("%s");

    /** Carries the class name and stack trace of an exception without its message. */
    private static final class Unspoken extends Exception {

        private static final long serialVersionUID = 1;

        private final String name;

        Unspoken(Throwable spoken) {
            super(null, spoken.getCause() == null ? null : new Unspoken(spoken.getCause()), false, true);
            name = spoken.getClass().getName();
            setStackTrace(spoken.getStackTrace());
        }

        @Override
        public String getMessage() {
            return name;
        }
    }

    @Override
    public boolean isLoggable(LogRecord told) {
        @Nullable Throwable thrown = told.getThrown();
        if (thrown != null && !(thrown instanceof Unspoken) && !ofTheStart(told.getLoggerName())) {
            if (told instanceof ExtLogRecord line) {
                line.setMessage(withoutWordsOf(thrown, SENTENCE.format(line)), FormatStyle.NO_FORMAT);
            }
            told.setThrown(new Unspoken(thrown));
        }
        return true;
    }

    /** Some log lines also contain the exception message in their own text. */
    private static String withoutWordsOf(Throwable thrown, String sentence) {
        String left = sentence;
        for (@Nullable Throwable each = thrown; each != null; each = each.getCause()) {
            String words = String.valueOf(each.getMessage());
            left = words.isBlank() ? left : left.replace(words, each.getClass().getName());
        }
        return left;
    }

    private static boolean ofTheStart(@Nullable String logger) {
        return logger != null && OF_THE_START.stream().anyMatch(logger::startsWith);
    }
}
