package org.teestriage.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Redirects paths of the previous release, for bookmarks and for pages opened before the upgrade. Remove the entries in
 * the next release.
 */
@ApplicationScoped
class MovedAddresses {

    /** Status 308 preserves method and body, so that an open form is not lost. */
    private static final int PERMANENT_REDIRECT = 308;

    private record Moved(Pattern before, String now) {

        Moved(String before, String now) {
            this(Pattern.compile(before), now);
        }

        Optional<String> of(String path) {
            Matcher matcher = before.matcher(path);
            return matcher.matches() ? Optional.of(matcher.replaceFirst(now)) : Optional.empty();
        }
    }

    private static final List<Moved> REDIRECTED = List.of(
            new Moved("/turned-away", "/security-events"),
            new Moved("(/api)?/concerns/([^/]{1,20})/walls", "$1/concerns/$2/restrictions"),
            new Moved("(/api)?/concerns/([^/]{1,20})/walls/([0-9]{1,4})/lift", "$1/concerns/$2/restrictions/$3/lift"),
            new Moved("/concerns/([^/]{1,20})/tell/([a-z]{1,20})", "/concerns/$1/amendments/$2"));

    /** Requested by scripts of open pages, which do not follow redirects. */
    private static final List<Moved> REROUTED =
            List.of(new Moved("/desk/stamp", "/queue/version"), new Moved("/desk/stay", "/session/keep-alive"));

    /**
     * A reroute restarts routing, so it precedes {@link RequestAdmissionFilter}, which would count the request twice.
     */
    private static final int BEFORE_ADMISSION = -11_000;

    /** The path reveals no data, so a redirect needs no sign-in. */
    private static final int BEFORE_AUTHENTICATION = -9_000;

    void register(@Observes Router router) {
        REROUTED.forEach(moved -> router.get(moved.before().pattern())
                .order(BEFORE_ADMISSION)
                .handler(request -> request.reroute(moved.now() + query(request))));
        router.route().order(BEFORE_AUTHENTICATION).handler(request -> redirection(request.normalizedPath())
                .ifPresentOrElse(
                        to -> request.response()
                                .setStatusCode(PERMANENT_REDIRECT)
                                .putHeader("Location", to + query(request))
                                .end(),
                        request::next));
    }

    private static Optional<String> redirection(String path) {
        return REDIRECTED.stream().flatMap(moved -> moved.of(path).stream()).findFirst();
    }

    private static String query(RoutingContext request) {
        String query = request.request().query();
        return query == null ? "" : "?" + query;
    }
}
