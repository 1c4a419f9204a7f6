import java.awt.Font;

/** Prints the file that AWT draws sans-serif text from: {@code java SansSerif.java fontconfig.properties}. */
public class SansSerif {

    public static void main(String[] arguments) throws Exception {
        System.setProperty("sun.awt.fontconfig", arguments[0]);
        for (int style : new int[] {Font.PLAIN, Font.BOLD}) {
            Object font = Class.forName("sun.font.FontUtilities")
                    .getMethod("getFont2D", Font.class)
                    .invoke(null, new Font(Font.SANS_SERIF, style, 12));
            var slot = font.getClass().getMethod("getSlotFont", int.class);
            slot.setAccessible(true);
            System.out.println(slot.invoke(font, 0));
        }
    }
}
