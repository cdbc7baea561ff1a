package org.teestriage.delivery.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.teestriage.delivery.DeliveryJob;
import org.teestriage.delivery.DeliveryResult;
import org.teestriage.delivery.DeliverySettings;
import org.teestriage.delivery.HmacSignature;
import org.teestriage.delivery.LetterChannel;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Cause;

/**
 * Posts a letter as signed JSON, under an idempotency key that is the same for all attempts. Sends one request to the
 * one configured address: no redirects, no proxy, no other requests.
 */
@ApplicationScoped
class HttpsChannel implements LetterChannel {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 65_536;
    private static final int LONGEST_REFERENCE = 300;

    private final Config config;
    private final InstantSource time;
    private final Duration budget;
    private final EgressPolicy egressPolicy;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT_WITHIN)
            .build();

    HttpsChannel(Config config, InstantSource time, DeliverySettings delivery, ChannelSettings settings) {
        this.config = config;
        this.time = time;
        this.budget = delivery.attemptTimeout();
        this.egressPolicy = new EgressPolicy(settings.privateAddressesAllowed().orElse(List.of()));
    }

    @Override
    public Transport wire() {
        return Transport.HTTPS;
    }

    @Override
    public DeliveryResult send(DeliveryJob parcel) {
        Partner partner = parcel.partner().orElseThrow();
        URI address = partner.url();
        Optional<String> secret =
                Optional.ofNullable(partner.secret()).flatMap(name -> config.getOptionalValue(name, String.class));
        if (address == null || secret.isEmpty()) {
            return new DeliveryResult.ForAPerson(Cause.NOT_CONFIGURED);
        }
        try {
            // The JVM caches a DNS response for 30 seconds, so the connection uses the addresses that were checked.
            if (!egressPolicy.allows(address)) {
                return new DeliveryResult.ForAPerson(Cause.ADDRESS_NOT_ALLOWED);
            }
        } catch (UnknownHostException nowhere) {
            return DeliveryResult.later(Cause.NO_CONNECTION);
        }
        return post(request(parcel, partner, address, new HmacSignature(secret.get())));
    }

    private HttpRequest request(DeliveryJob parcel, Partner partner, URI address, HmacSignature seal) {
        byte[] body = parcel.document()
                .filter(document -> partner.format() == Partner.Format.DOCUMENT)
                .map(document -> document.content())
                .orElseGet(() -> LetterPayload.of(parcel).bytes());
        Instant at = time.instant();
        return HttpRequest.newBuilder(address)
                .timeout(budget)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Idempotency-Key", parcel.dispatchId())
                .header(HmacSignature.TIMESTAMP, String.valueOf(at.getEpochSecond()))
                .header(
                        HmacSignature.SIGNATURE,
                        seal.sign(HmacSignature.Direction.LETTER, at, parcel.dispatchId(), body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private DeliveryResult post(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new Limited(LONGEST_ANSWER));
        try {
            return read(answer.get(budget.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return new DeliveryResult.Unknown(Cause.NO_ANSWER_IN_TIME);
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new DeliveryResult.Unknown(Cause.CUT_OFF);
        } catch (ExecutionException failed) {
            return failure(failed.getCause());
        }
    }

    private static DeliveryResult failure(@Nullable Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return DeliveryResult.later(Cause.NO_CONNECTION);
        }
        if (cause instanceof TooLong) {
            return new DeliveryResult.Unknown(Cause.NOT_UNDERSTOOD);
        }
        boolean late = cause instanceof java.net.http.HttpTimeoutException;
        return new DeliveryResult.Unknown(late ? Cause.NO_ANSWER_IN_TIME : Cause.CUT_OFF);
    }

    private DeliveryResult read(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return received(answer.body());
        }
        if (status == 429 || status == 503) {
            return new DeliveryResult.TryAgain(Cause.ASKED_TO_WAIT, askedFor(answer));
        }
        if (status / 100 == 5 || status == 408 || status == 425) {
            return new DeliveryResult.TryAgain(Cause.FAILED_THERE, askedFor(answer));
        }
        return new DeliveryResult.Rejected(status / 100 == 3 ? Cause.REDIRECTED : Cause.REFUSED);
    }

    /** Without a reference, the letter is delivered, not acknowledged. An unreadable response may be a proxy's. */
    private DeliveryResult received(byte[] body) {
        if (body.length == 0) {
            return new DeliveryResult.Delivered();
        }
        try {
            JsonNode read = json.readTree(new String(body, StandardCharsets.UTF_8));
            if (!read.isObject()) {
                return new DeliveryResult.Unknown(Cause.NOT_UNDERSTOOD);
            }
            JsonNode reference = read.path("reference");
            boolean given = reference.isTextual()
                    && reference.asText().matches("\\P{Cc}{1," + LONGEST_REFERENCE + "}")
                    && !reference.asText().isBlank();
            return given ? new DeliveryResult.Acknowledged(reference.asText()) : new DeliveryResult.Delivered();
        } catch (JsonProcessingException garbage) {
            return new DeliveryResult.Unknown(Cause.NOT_UNDERSTOOD);
        }
    }

    private Optional<Duration> askedFor(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Retry-After").flatMap(this::duration);
    }

    private Optional<Duration> duration(String asked) {
        try {
            return Optional.of(
                    asked.matches("[0-9]{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(asked))
                            : Duration.between(
                                    time.instant(),
                                    ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME)
                                            .toInstant()));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }

    /** The response is longer than any receipt. */
    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Reads a response up to a limit in bytes. */
    private static final class Limited implements HttpResponse.BodySubscriber<byte[]> {

        private final int limit;
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private Flow.Subscription subscription = new Flow.Subscription() {
            @Override
            public void request(long more) {}

            @Override
            public void cancel() {}
        };

        Limited(int limit) {
            this.limit = limit;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription answer) {
            subscription = answer;
            answer.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> pieces) {
            for (ByteBuffer piece : pieces) {
                byte[] bytes = new byte[piece.remaining()];
                piece.get(bytes);
                read.writeBytes(bytes);
            }
            if (read.size() > limit) {
                subscription.cancel();
                whole.completeExceptionally(new TooLong());
            }
        }

        @Override
        public void onError(Throwable broken) {
            whole.completeExceptionally(broken);
        }

        @Override
        public void onComplete() {
            whole.complete(read.toByteArray());
        }
    }
}
