package org.teestriage.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JDBC URLs that production accepts. */
class JdbcUrlInterceptorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/teestriage",
                "jdbc:mysql://db/teestriage?sslMode=REQUIRED",
                "jdbc:mysql://db/teestriage?sslMode=VERIFY_CA",
                "jdbc:mysql://db/teestriage?sslMode=VERIFY_IDENTITY&sslMode=DISABLED",
                "jdbc:mysql://db/teestriage?SSLMODE=DISABLED&sslMode=VERIFY_IDENTITY",
                "jdbc:mysql://db/teestriage?sslMode=VERIFY_IDENTITY&useSSL=false",
                "jdbc:mysql://localhost,db/teestriage",
                "jdbc:mysql://localhost.example/teestriage",
                "jdbc:mysql://address=(host=db)(port=3306)/teestriage",
                "jdbc:mysql:replication://db,db2/teestriage"
            })
    void aUrlWithoutVerifiedTlsIsRefused(String address) {
        assertThat(JdbcUrlInterceptor.fault("the.setting", address)).hasValueSatisfying(sentence -> assertThat(sentence)
                .contains("add sslMode=VERIFY_IDENTITY to the.setting")
                .doesNotContain("jdbc:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/teestriage?nullDatabaseMeansCurrent=true&sslMode=VERIFY_IDENTITY",
                "jdbc:mysql://db:3306,db2/teestriage?sslMode=VERIFY_IDENTITY&connectTimeout=3000",
                "jdbc:mysql://127.0.0.1:3306/teestriage",
                "jdbc:mysql://localhost/teestriage?sslMode=DISABLED",
                "jdbc:h2:mem:teestriage"
            })
    void aUrlWithVerifiedTlsOrALocalDatabaseIsAccepted(String address) {
        assertThat(JdbcUrlInterceptor.fault("the.setting", address)).isEmpty();
    }

    @Test
    void theRefusalDoesNotRepeatTheUrlWhichMayContainASecret() {
        assertThat(JdbcUrlInterceptor.fault("the.setting", "jdbc:mysql://user:hunter2@db/teestriage"))
                .hasValueSatisfying(sentence -> assertThat(sentence).doesNotContain("hunter2"));
    }

    @Test
    void driverOptionsThatTheUrlDoesNotSetAreAdded() {
        String plain = JdbcUrlInterceptor.told("jdbc:mysql://db/teestriage");
        assertThat(plain).startsWith("jdbc:mysql://db/teestriage?openTelemetry=DISABLED&cachePrepStmts=true&");
        assertThat(JdbcUrlInterceptor.told(plain)).isEqualTo(plain);
        assertThat(JdbcUrlInterceptor.told("jdbc:mysql://db/teestriage?openTelemetry=REQUIRED"))
                .startsWith("jdbc:mysql://db/teestriage?openTelemetry=REQUIRED&cachePrepStmts=true&")
                .doesNotContain("DISABLED");
        assertThat(JdbcUrlInterceptor.told("jdbc:h2:mem:teestriage")).isEqualTo("jdbc:h2:mem:teestriage");
    }
}
