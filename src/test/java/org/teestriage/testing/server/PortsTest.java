package org.teestriage.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void portsAreDistinctAndBelongToABlockThatNoOtherJvmCanTake() throws Exception {
        assertThat(Stream.generate(Ports::next).limit(60))
                .doesNotHaveDuplicates()
                .allSatisfy(port -> {
                    int mark = port - port % 50;
                    assertThat(port).isBetween(12_000, 29_999).isNotEqualTo(mark);
                    assertThatThrownBy(() -> new ServerSocket(mark, 1, InetAddress.getLoopbackAddress()))
                            .isInstanceOf(BindException.class);
                });
    }
}
