package dev.highstreet.drills.rig;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** A drill; run so many times in a row as {@code -Ddrills.repeat=N} says, once by default. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("drills")
@TestTemplate
@ExtendWith(FaultDrill.Repetitions.class)
public @interface FaultDrill {

  /** Numbers the runs. */
  final class Repetitions implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
      return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
        ExtensionContext context) {
      return IntStream.rangeClosed(1, Integer.getInteger("drills.repeat", 1))
          .mapToObj(Repetitions::run);
    }

    private static TestTemplateInvocationContext run(int number) {
      return new TestTemplateInvocationContext() {
        @Override
        public String getDisplayName(int invocation) {
          return "run " + number;
        }
      };
    }
  }
}
