package org.teestriage.api;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Hears everything that is logged while it is open, with whole stack traces. */
final class LogEar extends Handler implements AutoCloseable {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    LogEar() {
        Logger.getLogger("").addHandler(this);
    }

    List<String> heard() {
        return heard;
    }

    @Override
    public void publish(LogRecord told) {
        StringWriter text = new StringWriter();
        text.append(told.getLoggerName()).append(' ');
        text.append(
                told instanceof ExtLogRecord extended
                        ? extended.getFormattedMessage()
                        : told.getParameters() == null
                                ? told.getMessage()
                                : MessageFormat.format(told.getMessage(), told.getParameters()));
        if (told.getThrown() != null) {
            told.getThrown().printStackTrace(new PrintWriter(text));
        }
        heard.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
