package dev.holdfast.journeys;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.holdfast.journeys.stage.OnStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Integration tests run side by side: anything shared is used under its lock alone. */
class LocksTest {

    private static final JavaClasses TESTS = new ClassFileImporter().withImportOption(place -> place.contains("IT.class"))
            .importPackages("dev.holdfast.journeys", "dev.holdfast.container");

    @Test
    void stageWhenUsedThenTheClassIsOnStage() {
        classes().that(areIntegrationTests()).and(call("dev.holdfast.journeys.stage.Stage", "shared").or(
                call("dev.holdfast.journeys.stage.Stage", "sharedFor"))).should(beAnnotatedWith(OnStage.class)).check(TESTS);
    }

    @ParameterizedTest
    @CsvSource({
        "journeys.stage.Cluster, shared, the shared cluster",
        "journeys.stage.Cluster, patient, the patient cluster",
        "journeys.browser.Playwright, with, a browser",
        "container.RealWar, with, the server arq"})
    void sharedThingWhenUsedThenTheClassHoldsItsLock(String owner, String method, String lock) {
        classes().that(areIntegrationTests()).and(call("dev.holdfast." + owner, method)).should(hold(lock)).check(TESTS);
    }

    private static DescribedPredicate<JavaClass> areIntegrationTests() {
        return DescribedPredicate.describe("are integration tests", type -> type.getSimpleName().endsWith("IT"));
    }

    private static DescribedPredicate<JavaClass> call(String owner, String method) {
        return DescribedPredicate.describe("call " + owner + "." + method, type -> type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getName().equals(owner) && call.getName().equals(method)));
    }

    private static ArchCondition<JavaClass> hold(String lock) {
        return new ArchCondition<>("hold the lock \"" + lock + "\"") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean held = Stream.of(type.reflect().getAnnotationsByType(ResourceLock.class))
                        .anyMatch(each -> each.value().equals(lock));
                events.add(new SimpleConditionEvent(type, held, type.getName() + (held ? " holds " : " lacks ") + lock));
            }
        };
    }
}
