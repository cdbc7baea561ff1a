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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.casework.queue.AssignmentsRefusedException;
import org.teestriage.casework.queue.ChosenStep;
import org.teestriage.casework.queue.ClaimService;
import org.teestriage.oversight.OversightService;
import org.teestriage.oversight.Statistics;
import org.teestriage.oversight.StatisticsService;
import org.teestriage.oversight.Workload;
import org.teestriage.web.SignedIn;
import org.teestriage.web.pages.form.Form;
import org.teestriage.web.pages.form.Forms;
import org.teestriage.web.pages.form.SubmittedForm;

@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class OversightPages {

    private static final String NOT_GIVEN = "NOT submitted: no step was given";

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

    /** What became of the chosen steps. */
    public record Result(String heading, List<String> lines) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance desk(Officer officer, Form form, Workload view, @Nullable Result result);

        static native TemplateInstance measures(Officer officer, Statistics measures);
    }

    @GET
    @Path("oversight")
    public TemplateInstance desk() {
        return page((Result) null);
    }

    private TemplateInstance page(@Nullable Result result) {
        Officer officer = signedIn.officer();
        return Templates.desk(officer, forms.button(officer), oversightService.look(officer), result);
    }

    /** Assigns several steps to one colleague. If one of them cannot be assigned, none is, and the page says which. */
    @POST
    @PermitAll
    @Path("oversight")
    public Response assign() {
        Officer officer = signedIn.officer();
        List<String> chosen =
                submittedForm.typed().all("steps").stream().distinct().toList();
        List<ChosenStep> places =
                chosen.stream().flatMap(step -> ChosenStep.find(step).stream()).toList();
        if (places.isEmpty() || places.size() < chosen.size()) {
            return page(
                    Response.Status.BAD_REQUEST,
                    NOT_GIVEN,
                    List.of(
                            chosen.isEmpty()
                                    ? "Choose the steps first."
                                    : "One of the steps does not exist. Choose them again."));
        }
        try {
            claimService.assignAll(officer, places, submittedForm.typed().first("to"));
        } catch (AssignmentsRefusedException none) {
            return page(
                    Response.Status.CONFLICT,
                    NOT_GIVEN,
                    none.refused().entrySet().stream()
                            .map(each -> "%s, %s: %s"
                                    .formatted(
                                            each.getKey().reference(),
                                            each.getKey().step().title(),
                                            each.getValue()))
                            .toList());
        }
        return page(
                Response.Status.OK,
                "Reassigned",
                List.of(places.size() == 1 ? "One step was given." : "%d steps were given.".formatted(places.size())));
    }

    private Response page(Response.Status status, String heading, List<String> told) {
        return Response.status(status).entity(page(new Result(heading, told))).build();
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
