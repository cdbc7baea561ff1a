package org.teestriage.testing.client;

import io.restassured.RestAssured;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.config.ConfigProvider;
import org.teestriage.testing.server.TestDatabase;

/** The address of the service and the authentication of its users. */
public interface ServiceUnderTest {

    /** The application of this test, with demo accounts. */
    ServiceUnderTest DEMO = new ServiceUnderTest() {
        @Override
        public URI root() {
            return URI.create("%s:%d".formatted(RestAssured.baseURI, RestAssured.port));
        }

        @Override
        public String authorization(String user) {
            return "Basic " + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String database() {
            String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
            return url.startsWith("jdbc:mysql:") ? TestDatabase.name(url) : "elsewhere";
        }
    };

    /** Scheme, host and port. */
    URI root();

    /** The header that authenticates this user. */
    String authorization(String user);

    /** The name of its database on the shared MySQL. */
    String database();
}
