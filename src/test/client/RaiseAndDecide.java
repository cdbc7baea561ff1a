import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.teestriage.client.ApiClient;
import org.teestriage.client.ApiException;
import org.teestriage.client.api.ConcernsApi;
import org.teestriage.client.api.DecisionsApi;
import org.teestriage.client.api.QueueApi;
import org.teestriage.client.model.Acknowledgement;
import org.teestriage.client.model.Address;
import org.teestriage.client.model.Answer;
import org.teestriage.client.model.Child;
import org.teestriage.client.model.ConcernStatus;
import org.teestriage.client.model.Facts;
import org.teestriage.client.model.Finding;
import org.teestriage.client.model.How;
import org.teestriage.client.model.ImmediateRiskCheck;
import org.teestriage.client.model.QueueLine;
import org.teestriage.client.model.QueuePage;
import org.teestriage.client.model.Referrer;
import org.teestriage.client.model.Statement;
import org.teestriage.client.model.StatementKind;
import org.teestriage.client.model.Urgency;

/**
 * Raises a concern and decides two of its steps, with a client that is generated from docs/openapi.yaml. Prints the
 * reference and the status.
 *
 * <p>Arguments: the address of the service, and the Authorization headers of a referrer and of an officer.
 */
public final class RaiseAndDecide {

    private RaiseAndDecide() {}

    public static void main(String[] args) throws ApiException {
        ApiClient referrer = client(args[0], args[1]);
        ApiClient officer = client(args[0], args[2]);

        ConcernStatus raised =
                new ConcernsApi(referrer).raise(facts(), UUID.randomUUID().toString());
        String reference = raised.getReference();

        List<QueueLine> open = openSteps(new QueueApi(officer), reference);
        QueueLine check = open.stream()
                .filter(line -> line.getStep().equals("immediate-risk-check"))
                .findFirst()
                .orElseThrow();
        // The decision carries the version of the step that was read, so that nothing unseen is overwritten.
        String version = new ConcernsApi(officer)
                .standing(reference).getWaiting().stream()
                        .filter(step -> step.getStep().equals(check.getStep()))
                        .findFirst()
                        .orElseThrow()
                        .getVersion();
        DecisionsApi decisions = new DecisionsApi(officer);
        decisions.immediateRiskCheck(
                check.getItem(),
                reference,
                new ImmediateRiskCheck()
                        .finding(Finding.NO_IMMEDIATE_DANGER)
                        .rationale("The child is at home with a parent."),
                version);
        String wording = decisions.wordings().getAcknowledgements().getSay().get(0);
        ConcernStatus status = decisions.acknowledgement(
                reference,
                new Acknowledgement()
                        .wording(wording)
                        .how(How.TELEPHONE)
                        .at(raised.getReceivedAt())
                        .toldTo("Pat Example"),
                null);
        System.out.println(reference + " " + status.getStatus());
    }

    private static ApiClient client(String address, String authorization) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(address);
        client.setRequestInterceptor(request -> request.header("Authorization", authorization));
        return client;
    }

    private static Facts facts() {
        return new Facts()
                .urgency(new Urgency()
                        .dangerNow(Answer.NO)
                        .selfHarmOrSuicide(Answer.NO)
                        .meetingArranged(Answer.NO)
                        .abuseLive(Answer.NO)
                        .childWithSuspect(Answer.NO))
                .referrer(new Referrer().name("Pat Example").phone("01632 960001"))
                .addChildrenItem(
                        new Child().name("Robin Sample").estimatedAge(13).address(new Address().postcode("TS24 7ZZ")))
                .addAccountItem(
                        new Statement().kind(StatementKind.CHILDS_WORDS).text("He asked me to keep it secret."));
    }

    private static List<QueueLine> openSteps(QueueApi queue, String reference) throws ApiException {
        List<QueueLine> open = new ArrayList<>();
        String after = null;
        do {
            QueuePage page = queue.page(after, null, 100, null, null);
            page.getLines().stream()
                    .filter(line -> line.getReference().equals(reference))
                    .forEach(open::add);
            after = page.getNext();
        } while (after != null);
        return open;
    }
}
