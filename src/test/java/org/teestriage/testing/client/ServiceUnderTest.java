package org.teestriage.testing.client;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;
import org.teestriage.testing.server.TestDatabase;

/** Where the service listens, and how somebody proves there who they are. */
public interface ServiceUnderTest {

    /** The application of this test, where everybody has a demo account. */
    ServiceUnderTest DEMO = new ServiceUnderTest() {
        @Override
        public RequestSpecification open(String user) {
            return RestAssured.given().auth().preemptive().basic(user, "demo");
        }

        @Override
        public String database() {
            String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
            return url.startsWith("jdbc:mysql:") ? TestDatabase.name(url) : "elsewhere";
        }
    };

    RequestSpecification open(String user);

    /** The database behind it on the shared MySQL. */
    String database();
}
