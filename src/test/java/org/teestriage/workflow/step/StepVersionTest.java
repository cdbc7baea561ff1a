package org.teestriage.workflow.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepVersionTest {

    @Test
    void aVersionIsReadAsItIsWrittenWithOrWithoutQuotationMarks() {
        StepVersion version = new StepVersion("0a1b2c3d", 3, 12);
        assertThat(StepVersion.read(version.toString())).contains(version);
        assertThat(StepVersion.read(" \"" + version + "\" ")).contains(version);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "*", "3", "0a1b2c3d-3", "0a1b2c3d-3-12-4", "0a1b2c3d-3-9999999", "0A1B2C3D-3-1"})
    void anythingElseIsNoVersion(String text) {
        assertThat(StepVersion.read(text)).isEmpty();
    }
}
