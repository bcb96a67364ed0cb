package org.musicplatform.hosts.shell;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How loud, as people say it.
 *
 * @param percent 0 to 100
 */
record Volume(int percent) {

    static final Volume FULL = new Volume(100);

    /** The factor of the amplitude: loudness is heard as its cube root. */
    double factor() {
        double part = percent / 100.0;
        return part * part * part;
    }

    static Volume of(double factor) {
        return new Volume((int) Math.round(Math.cbrt(factor) * 100));
    }

    Volume louder(int percents) {
        return new Volume(Math.min(100, Math.max(0, percent + percents)));
    }

    /** Reads {@code 80} or {@code 80%}. */
    static final class Converter implements ITypeConverter<Volume> {
        @Override
        public Volume convert(String text) {
            if (!text.matches("\\d{1,3}%?")) {
                throw wrong(text);
            }
            int percent = Integer.parseInt(text.replace("%", ""));
            if (percent > 100) {
                throw wrong(text);
            }
            return new Volume(percent);
        }

        private static TypeConversionException wrong(String text) {
            return new TypeConversionException("'" + text + "' is no volume: 0 to 100.");
        }
    }
}
