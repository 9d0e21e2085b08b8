package org.jingzhun.funding.ledger.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** The amount must not be below 0.00 yuan; absent is for {@code @NotNull} to say. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NotNegativeMoney.Validator.class)
public @interface NotNegativeMoney {

    String message() default "must not be below 0.00 yuan";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at the sign. */
    class Validator implements ConstraintValidator<NotNegativeMoney, Money> {

        @Override
        public boolean isValid(@Nullable Money amount, ConstraintValidatorContext context) {
            return amount == null || !amount.isNegative();
        }
    }
}
