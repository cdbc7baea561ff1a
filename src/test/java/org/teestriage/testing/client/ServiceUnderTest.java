package org.teestriage.testing.client;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;
import org.teestriage.testing.server.TestDatabase;

/** The address of the service and the authentication of its users. */
public interface ServiceUnderTest {

    /** The application of this test, with demo accounts. */
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

    /** The name of its database on the shared MySQL. */
    String database();
}
