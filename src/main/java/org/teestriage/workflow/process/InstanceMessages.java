package org.teestriage.workflow.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.teestriage.concern.Reference;

/**
 * Delivers messages to a path within one command of the engine, from the rows that the command has loaded or created.
 * The engine's own correlation looks into the database, which does not know them yet.
 */
final class InstanceMessages {

    private InstanceMessages() {}

    /** Whether the path waited for the message. It runs on before this returns. */
    static boolean deliver(CommandContext context, Reference reference, String message, Map<String, Object> variables) {
        Optional<EventSubscriptionEntity> awaited =
                instance(context, reference).flatMap(instance -> subscription(instance, message));
        awaited.ifPresent(subscription -> subscription.eventReceived(null, null, variables, null, false));
        return awaited.isPresent();
    }

    private static Optional<ExecutionEntity> instance(CommandContext context, Reference reference) {
        return context.getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                .filter(execution -> execution.isProcessInstanceExecution()
                        && reference.value().equals(execution.getBusinessKey())
                        && ResponsePath.PROCESS.equals(execution.getProcessDefinitionKey()))
                .findFirst()
                .or(() -> stored(context, reference));
    }

    private static Optional<ExecutionEntity> stored(CommandContext context, Reference reference) {
        return Optional.ofNullable((ExecutionEntity) context.getProcessEngineConfiguration()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value(), ResponsePath.PROCESS)
                .singleResult());
    }

    /** Events that can happen at any time are awaited by the instance, others by an execution at their place. */
    private static Optional<EventSubscriptionEntity> subscription(ExecutionEntity instance, String message) {
        return Stream.concat(
                        Stream.of(instance),
                        below(instance).stream().filter(execution -> message.equals(execution.getActivityId())))
                .flatMap(execution -> execution.getEventSubscriptions().stream())
                .filter(subscription -> message.equals(subscription.getEventName()))
                .findFirst();
    }

    private static List<ExecutionEntity> below(ExecutionEntity parent) {
        List<ExecutionEntity> all = new ArrayList<>();
        for (ExecutionEntity child : parent.getExecutions()) {
            all.add(child);
            all.addAll(below(child));
        }
        return all;
    }
}
