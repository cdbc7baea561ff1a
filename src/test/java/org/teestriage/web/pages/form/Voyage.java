package org.teestriage.web.pages.form;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SingleLine;

/** A record with one component of every type that a form supports, and its labels. */
record Voyage(
        @NotBlank @SingleLine String ship,
        @Nullable @MultiLine String log,
        @Nullable Integer crew,
        @NotNull Cargo cargo,

        @AskedWhen(field = "cargo", is = "OTHER") @Nullable @SingleLine
        String otherCargo,

        @Nullable Boolean insured,
        @AskedWhen(field = "insured", is = "false") Set<@NotNull Peril> perils,
        @Nullable LocalDate built,
        @Nullable Instant sailedAt,
        @Nullable Reference reference,
        @Nullable @Valid Port from,
        @Size(max = 3) List<@Valid @NotNull Port> calls) {

    static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

    enum Cargo {
        COAL,
        OTHER
    }

    enum Peril {
        FOG,
        ICE
    }

    /** A nested record with a group and a condition. */
    record Port(
            @NotBlank @SingleLine String name,
            @Nullable Boolean abroad,

            @AskedWhen(field = "abroad", is = "true") @Nullable @Valid
            Customs customs) {}

    record Customs(@NotBlank @SingleLine String officer) {}

    static final String LABELS = """
            Voyage.ship=Which ship?
            Voyage.ship.hint=Her name.
            Voyage.ship.told=Ship
            Voyage.log=Log
            Voyage.crew=How many are on board?
            Voyage.crew.told=
            Voyage.cargo=What does she carry?
            Voyage.Cargo.COAL=Coal
            Voyage.Cargo.COAL.hint=Or coke.
            Voyage.Cargo.OTHER=Something else
            Voyage.otherCargo=What else?
            Voyage.insured=Is she insured?
            Voyage.perils=What was met?
            Voyage.Peril.FOG=Fog
            Voyage.Peril.ICE=Ice
            Voyage.built=When was she built?
            Voyage.sailedAt=When did she sail?
            Voyage.reference=Reference
            Voyage.from=From
            Voyage.calls=Ports of call
            Voyage.calls.one=Port
            Voyage.Port.name=Name of the port
            Voyage.Port.abroad=Is it abroad?
            Voyage.Port.customs=Customs
            Voyage.Customs.officer=Who came on board?
            """;

    static Labels labels(String lines) {
        try {
            return new Labels(new PropertyResourceBundle(new StringReader(lines)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FormDefinitions definitions() {
        return new FormDefinitions(List.of(LabelledTypes.of(Voyage.class)), labels(LABELS));
    }

    static FormDefinition definition() {
        return definitions().of(Voyage.class);
    }

    /** A voyage with a value for nearly every component. */
    static Voyage whole() {
        return new Voyage(
                "Endeavour",
                "Left at dawn.\nFog.",
                12,
                Cargo.OTHER,
                "Slate",
                false,
                Set.of(Peril.ICE),
                LocalDate.of(1998, 4, 2),
                Instant.parse("2026-07-01T08:05:00Z"),
                Reference.read("K7Q2-9FXM-F"),
                new Port("Whitby", false, null),
                List.of(new Port("Bergen", true, new Customs("Nils Berg")), new Port("Leith", null, null)));
    }
}
