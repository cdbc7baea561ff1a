package org.teestriage.concern.facts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.Blanks;

public record Information(@NotEmpty @Size(max = 50) List<@Valid @NotNull Statement> account) implements Addition {
    public Information {
        account = Blanks.list(account);
    }

    @Override
    public @Nullable PoliceContact policeContact() {
        return null;
    }
}
