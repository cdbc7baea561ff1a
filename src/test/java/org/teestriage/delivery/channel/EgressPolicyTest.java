package org.teestriage.delivery.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressPolicyTest {

    private static boolean allowed(String address, String... allowedAddresses) throws UnknownHostException {
        return new EgressPolicy(List.of(allowedAddresses)).allows(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.9.9.9/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://192.0.0.8/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[::10.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fc00::1]/",
                "https://[fd12:3456::1]/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::]/",
                "https://[ff02::1]/",
                "https://localhost/",
                "https://2130706433/"
            })
    void privateAndReservedAddressesAreRefused(String address) throws UnknownHostException {
        assertThat(allowed(address)).isFalse();
    }

    @Test
    void aHexadecimalAddressIsNoHost() {
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> allowed("https://0x7f000001/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://93.184.215.14/", "https://[2606:2800:21f:cb07::1]/", "https://172.32.0.1/"})
    void publicAddressesAreAllowed(String address) throws UnknownHostException {
        assertThat(allowed(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.215.14/",
                "ftp://93.184.215.14/",
                "file:///etc/passwd",
                "https://user@93.184.215.14/",
                "https:///path",
                "mailto:a@b.example"
            })
    void onlyHttpsWithAHostAndWithoutAUserNameIsAllowed(String address) throws UnknownHostException {
        assertThat(allowed(address)).isFalse();
    }

    @Test
    void aPrivateAddressOnTheListIsAllowedEvenWithoutEncryption() throws UnknownHostException {
        assertThat(allowed("https://10.1.2.3/", "10.1.2.3")).isTrue();
        assertThat(allowed("http://10.1.2.3/", "10.1.2.0/24")).isTrue();
        assertThat(allowed("https://10.1.3.1/", "10.1.2.0/24")).isFalse();
        assertThat(allowed("https://[fd12::5]/", "fd12::/16")).isTrue();
        assertThat(allowed("https://[fd13::5]/", "fd12::/16")).isFalse();
    }

    @Test
    void aHostNameOnTheListIsRefused() {
        assertThatThrownBy(() -> new EgressPolicy(List.of("partner.example")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a numeric address");
    }
}
