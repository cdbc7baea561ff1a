package org.teestriage.web.pages.oversight;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teestriage.access.Officer;
import org.teestriage.casework.queue.ClaimService;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.oversight.OversightService;
import org.teestriage.oversight.Statistics;
import org.teestriage.oversight.StatisticsService;
import org.teestriage.oversight.Workload;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.SubmittedForm;

@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class OversightPages {

    private static final Pattern PLACE = Pattern.compile("([0-9A-Z-]{11})/([a-z-]+)/([0-9]{0,4})");

    private final SignedIn signedIn;
    private final SubmittedForm submittedForm;
    private final Forms forms;
    private final OversightService oversightService;
    private final StatisticsService statisticsService;
    private final ClaimService claimService;

    OversightPages(
            SignedIn signedIn,
            SubmittedForm submittedForm,
            Forms forms,
            OversightService oversightService,
            StatisticsService statisticsService,
            ClaimService claimService) {
        this.signedIn = signedIn;
        this.submittedForm = submittedForm;
        this.forms = forms;
        this.oversightService = oversightService;
        this.statisticsService = statisticsService;
        this.claimService = claimService;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance desk(Officer officer, Form form, Workload view, List<String> told);

        static native TemplateInstance measures(Officer officer, Statistics measures);
    }

    @GET
    @Path("oversight")
    public TemplateInstance desk() {
        return page(List.of());
    }

    private TemplateInstance page(List<String> told) {
        Officer officer = signedIn.officer();
        return Templates.desk(officer, forms.button(officer), oversightService.look(officer), told);
    }

    /** Assigns several steps to one colleague. Reports each step that cannot be assigned and assigns the others. */
    @POST
    @PermitAll
    @Path("oversight")
    public Response assign() {
        Officer officer = signedIn.officer();
        String to = submittedForm.typed().first("to");
        List<String> told = new ArrayList<>();
        int given = 0;
        for (String place : submittedForm.typed().all("steps")) {
            Matcher matcher = PLACE.matcher(place);
            if (matcher.matches()) {
                try {
                    claimService.assign(
                            officer,
                            Reference.read(matcher.group(1)),
                            Step.of(matcher.group(2)).orElseThrow(),
                            matcher.group(3),
                            to);
                    given++;
                } catch (RequestRefusedException refused) {
                    told.add("%s: %s".formatted(matcher.group(1), refused.sentence()));
                }
            }
        }
        told.add(0, given == 1 ? "One step was given." : "%d steps were given.".formatted(given));
        return Response.status(told.size() > 1 ? Response.Status.CONFLICT : Response.Status.OK)
                .entity(page(told))
                .build();
    }

    @GET
    @Path("measures")
    public TemplateInstance measures() {
        Officer officer = signedIn.officer();
        return Templates.measures(officer, statisticsService.over90Days(officer));
    }

    @GET
    @Path("measures.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response file() {
        Statistics counted = statisticsService.over90Days(signedIn.officer());
        String lines = counted.tables().stream()
                .flatMap(table ->
                        table.rows().stream().map(row -> Stream.of(table.title(), row.name(), "" + row.number())))
                .map(cells -> cells.map(OversightPages::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "measure,name,number\r\n", "\r\n"));
        return Response.ok(lines)
                .header("Content-Disposition", "attachment; filename=\"measures.csv\"")
                .build();
    }

    /** Quotes a CSV cell. Prevents spreadsheets from evaluating it as a formula. */
    public static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
