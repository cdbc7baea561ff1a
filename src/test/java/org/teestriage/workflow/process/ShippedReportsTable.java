package org.teestriage.workflow.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.teestriage.decision.signal.Signals;

/** The shipped table of due reports, asked without the service. */
public final class ShippedReportsTable {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision TABLE =
            ENGINE.parseDecision("reports-due", Dmn.readModelFromFile(new File("bpmn/reports-due.dmn")));
    private static final Map<Signals, Set<String>> ANSWERS = new ConcurrentHashMap<>();

    private ShippedReportsTable() {}

    /** Of {@code police}, {@code ceop}, {@code platform} and {@code lado}. */
    public static Set<String> due(Signals signals) {
        return ANSWERS.computeIfAbsent(signals, ShippedReportsTable::ask);
    }

    private static Set<String> ask(Signals signals) {
        Map<String, Object> inputs = new HashMap<>();
        new JsonMapper()
                .convertValue(signals, new TypeReference<Map<String, Object>>() {})
                .forEach((name, value) -> inputs.put(
                        name,
                        value instanceof String answer
                                ? answer.toLowerCase(Locale.ROOT).replace('_', '-')
                                : value));
        Set<String> due = new TreeSet<>();
        ENGINE.evaluateDecisionTable(TABLE, inputs)
                .getResultList()
                .forEach(row -> due.add(String.valueOf(row.get("report"))));
        return due;
    }
}
