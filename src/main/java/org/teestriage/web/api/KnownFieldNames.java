package org.teestriage.web.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.teestriage.casework.breakglass.BreakGlassRequest;
import org.teestriage.casework.partnercheck.SystemAnswer;
import org.teestriage.casework.question.QuestionRequest;
import org.teestriage.casework.question.QuestionWithdrawal;
import org.teestriage.casework.restriction.RemovalRequest;
import org.teestriage.casework.restriction.RestrictionRequest;
import org.teestriage.casework.triage.CheckEntry;
import org.teestriage.casework.triage.CovertRequest;
import org.teestriage.casework.triage.DuplicateRequest;
import org.teestriage.casework.triage.HandBack;
import org.teestriage.casework.triage.MoveProposal;
import org.teestriage.casework.triage.ObligationOpening;
import org.teestriage.casework.triage.RouteEntry;
import org.teestriage.concern.amendment.AmendmentRequest;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.decision.Decision;
import org.teestriage.delivery.ChannelSwitchRequest;
import org.teestriage.delivery.ReceiptNotice;

/** The field names of all request bodies. Responses repeat only these names: any other key is text of the caller. */
final class KnownFieldNames {

    static final List<Class<?>> BODIES = Stream.<Class<?>>concat(
                    Stream.of(
                            Facts.class,
                            Information.class,
                            AmendmentRequest.class,
                            DangerReport.class,
                            PhoneCall.class,
                            HandBack.class,
                            MoveProposal.class,
                            ObligationOpening.class,
                            CovertRequest.class,
                            QuestionRequest.class,
                            QuestionWithdrawal.class,
                            RouteEntry.class,
                            CheckEntry.class,
                            DuplicateRequest.class,
                            RestrictionRequest.class,
                            RemovalRequest.class,
                            BreakGlassRequest.class,
                            ChannelSwitchRequest.class,
                            ReceiptNotice.class,
                            SystemAnswer.class,
                            StepsResource.Assignment.class),
                    Stream.of(Decision.class.getPermittedSubclasses()))
            .toList();

    private static final Set<String> NAMES = new HashSet<>();

    static {
        BODIES.forEach(KnownFieldNames::collect);
    }

    private KnownFieldNames() {}

    static boolean known(String name) {
        return NAMES.contains(name);
    }

    private static void collect(Type type) {
        if (type instanceof ParameterizedType list) {
            Stream.of(list.getActualTypeArguments()).forEach(KnownFieldNames::collect);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                NAMES.add(component.getName());
                collect(component.getGenericType());
            }
        }
    }
}
