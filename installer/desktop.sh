# What this machine offers for a window. To be sourced by a POSIX shell:
#
#   look_at_desktop   sets DISPLAY_FOUND to yes, no, or wayland (a Wayland session without an X server, which
#                     JavaFX needs), and LIBRARIES_MISSING to the names of the libraries that JavaFX needs on
#                     Linux and that are not there: gtk3 and xtst for a window; for text pango, freetype, fontconfig.

look_at_desktop() {
    DISPLAY_FOUND=yes
    LIBRARIES_MISSING=
    [ "$(uname -s)" = Linux ] || return 0
    if [ -z "${DISPLAY:-}" ]; then
        DISPLAY_FOUND=no
        [ -z "${WAYLAND_DISPLAY:-}" ] || DISPLAY_FOUND=wayland
    fi
    desktop_known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null) || desktop_known=
    desktop_need gtk3 libgtk-3.so.0
    desktop_need xtst libXtst.so.6
    desktop_need pango libpangoft2-1.0.so.0
    desktop_need freetype libfreetype.so.6
    desktop_need fontconfig libfontconfig.so.1
}

# desktop_need NAME FILE: adds the name to LIBRARIES_MISSING if no library folder has the file.
desktop_need() {
    case $desktop_known in
    *"$2 "*) return 0 ;;
    esac
    # DESKTOP_ROOT stands before every absolute folder; tests set it to a folder of their own
    for desktop_file in "${DESKTOP_ROOT:-}"/lib/"$2" "${DESKTOP_ROOT:-}"/lib64/"$2" "${DESKTOP_ROOT:-}"/usr/lib/"$2" \
        "${DESKTOP_ROOT:-}"/usr/lib64/"$2" "${DESKTOP_ROOT:-}"/usr/lib/*/"$2" "${DESKTOP_ROOT:-}"/run/current-system/sw/lib/"$2"; do
        [ ! -e "$desktop_file" ] || return 0
    done
    LIBRARIES_MISSING=${LIBRARIES_MISSING:+$LIBRARIES_MISSING,}$1
}
