package org.teestriage.boot.monitoring;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Removes personal data from spans, if tracing is enabled: query strings, client addresses and user agents. */
@ApplicationScoped
class TraceScrubber implements SpanProcessor {

    private static final List<AttributeKey<String>> PERSONAL = Stream.of(
                    "url.query",
                    "client.address",
                    "network.peer.address",
                    "user_agent.original",
                    "http.client_ip",
                    "http.user_agent")
            .map(AttributeKey::stringKey)
            .toList();

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        PERSONAL.stream().filter(key -> span.getAttribute(key) != null).forEach(key -> span.setAttribute(key, "-"));
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
