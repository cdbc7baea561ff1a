package org.teestriage.web.pages.raise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.validation.constraints.Null;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.concern.facts.Facts;
import org.teestriage.platform.validation.AskedWhen;

/**
 * How many fields a referrer is asked in ten cases of practice: those that the answers so far make visible, and of each list
 * within a page at least one member.
 */
class ReferrerFieldsTest {

    private static final List<String> LISTS_WITH_PAGES = List.of("children", "suspects", "people");

    private static final String ONLINE = "identities: [{handle: alex_plays_99}]";

    /** What decides which fields are visible; {@code before}: how many the release before asked, where a peer was entered twice. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MEETING_ARRANGED_IN_A_GAME | children: [{}], suspects: [{ONLINE}], images: {exist: NO} | 71",
                "SUICIDAL_AFTER_SEXTORTION_SHARED_BY_PEERS | children: [{}], suspects: [{ONLINE}, {ageGroup: UNDER_18}, {ageGroup: UNDER_18}], images: {exist: YES}, urgency: {selfHarmOrSuicide: YES} | 140",
                "SECRET_CONTACT_WITH_A_LOOKED_AFTER_CHILD | children: [{}], suspects: [{}], people: [{}, {}] | 91",
                "PARTNER_OF_THE_MOTHER_WITH_A_CONVICTION | children: [{}], suspects: [{accessToOtherChildren: YES}], people: [{}] | 81",
                "TEACHING_ASSISTANT_AND_PUPILS_OF_TWO_AUTHORITIES | children: [{}, {}, {}], suspects: [{worksWithChildren: YES}] | 106",
                "UNBORN_SIBLING | children: [{}, {}], suspects: [{ONLINE}], people: [{}] | 99",
                "AI_MADE_PICTURES_OF_CLASSMATES | children: [{}, {}], suspects: [{ageGroup: UNDER_18}], images: {exist: YES} | 106",
                "ONLY_A_HANDLE_AND_A_SERVER | children: [{}], suspects: [{ONLINE}] | 71",
                "LIVES_IN_HARTLEPOOL_AND_IS_IN_DURHAM | children: [{}], suspects: [{ONLINE}], people: [{}] | 81",
                "POLICE_ASK_THAT_THE_PLATFORM_IS_NOT_TOLD | children: [{}], suspects: [{ONLINE}], images: {exist: NO} | 71"
            })
    void theFormAsksLessThanBefore(String practice, String facts, int before) throws IOException {
        JsonNode told = new YAMLMapper().readTree("{%s}".formatted(facts.replace("ONLINE", ONLINE)));
        int now = fields(Facts.class, "", told);
        System.out.printf("FIELDS %s: %d before, %d now%n", practice, before, now);
        assertThat(now).as(practice).isLessThan(before);
    }

    private static int fields(Class<?> record, String below, JsonNode told) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> isAsked(record, below, component, told))
                .mapToInt(component -> fields(component, below, told))
                .sum();
    }

    private static boolean isAsked(Class<?> record, String below, RecordComponent component, JsonNode told) {
        AskedWhen when = component.getAnnotation(AskedWhen.class);
        boolean inASection = record != Facts.class
                || Stream.of(Section.values())
                        .anyMatch(section -> section.names().contains(component.getName()));
        boolean telephone = component.getName().equals("call");
        return inASection
                && !telephone
                && !component.getAccessor().isAnnotationPresent(Null.class)
                && !DraftForms.NOT_ASKED.contains(below + component.getName())
                && !DraftForms.NOT_ASKED_OF_PROFESSIONALS.equals(below + component.getName())
                && (when == null
                        || List.of(when.is().split(" ", -1))
                                .contains(told.path(when.field()).asText()));
    }

    private static int fields(RecordComponent component, String below, JsonNode told) {
        Class<?> type = component.getType();
        String name = component.getName();
        if (type.isRecord()) {
            return fields(type, below + name + ".", told.path(name));
        }
        if (type != List.class) {
            return 1;
        }
        Class<?> member = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        int members = told.path(name).size();
        int shown = LISTS_WITH_PAGES.contains(name) ? members : Math.max(1, members);
        return Stream.iterate(0, index -> index < shown, index -> index + 1)
                .mapToInt(index -> fields(
                        member,
                        below + name + ".",
                        Objects.requireNonNullElse(told.path(name).get(index), told.path("nothing"))))
                .sum();
    }
}
