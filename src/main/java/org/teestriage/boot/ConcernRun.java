package org.teestriage.boot;

import io.quarkus.logging.Log;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.teestriage.concern.Reference;

/** Runs a command concern by concern. One that fails is logged with its reference, and the others go on. */
final class ConcernRun {

    private static final int TELL_EVERY = 100;

    private ConcernRun() {}

    /**
     * Returns the number of concerns that failed.
     *
     * @param state what has happened so far, for the lines of progress
     */
    static int over(List<Reference> concerns, Consumer<Reference> change, Supplier<String> state) {
        int done = 0;
        int failed = 0;
        for (Reference concern : concerns) {
            try {
                change.accept(concern);
            } catch (RuntimeException e) {
                failed++;
                // The message of a failure can quote the concern.
                Log.errorf(
                        "%s failed and is unchanged: %s", concern, e.getClass().getSimpleName());
            }
            done++;
            if (done % TELL_EVERY == 0 || done == concerns.size()) {
                Log.infof("%,d of %,d concerns: %s, %,d failed", done, concerns.size(), state.get(), failed);
            }
        }
        return failed;
    }
}
