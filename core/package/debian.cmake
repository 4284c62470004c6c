# The Debian packages, by CPack: `cmake --build build`, then `cpack --config build/CPackConfig.cmake`.
# A component is a package; what is installed without one is in `unknot`.
set(UNKNOT_MAINTAINER "The unknot authors <unknot@localhost>" CACHE STRING "Who made the packages: name <address>")
set(here ${CMAKE_CURRENT_LIST_DIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "${UNKNOT_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${here}/tidy.cmake)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_NAME} built using CMake")   # CPack's own words; others it would put before each description
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION sound)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_LIBRARY_OUTPUT_DIRECTORY})
if(CMAKE_CROSSCOMPILING)   # core/package/cross
  set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE ${UNKNOT_ARCHITECTURE})
  list(APPEND CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS
       ${CMAKE_SYSROOT}/lib/${CMAKE_LIBRARY_ARCHITECTURE} ${CMAKE_SYSROOT}/usr/lib/${CMAKE_LIBRARY_ARCHITECTURE})
endif()
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(exactly "(= ${PROJECT_VERSION})")
set(beside "\nMulti-Arch: same")   # packages of several architectures may be installed; CPack has no word for it before 3.31

set(made ${PROJECT_BINARY_DIR}/package)
configure_file(${here}/changelog.in ${made}/changelog @ONLY)
file(WRITE ${made}/shlibs "libunknot 0 libunknot0 (>= ${PROJECT_VERSION})\n")
file(WRITE ${made}/triggers "activate-noawait ldconfig\n")

# package(COMPONENT NAME SUMMARY TEXT [FIELD VALUE]...): a component's package; the fields are CPack's, as DEPENDS.
macro(package component name summary text)
  string(TOUPPER ${component} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${name})
  set(CPACK_DEBIAN_${upper}_DESCRIPTION "${summary}\n${text}")
  set(fields ${ARGN})
  while(fields)
    list(POP_FRONT fields field value)
    set(CPACK_DEBIAN_${upper}_PACKAGE_${field} "${value}")
  endwhile()
  set(doc ${CMAKE_INSTALL_DATADIR}/doc/${name})
  install(FILES ${made}/changelog DESTINATION ${doc} COMPONENT ${component} EXCLUDE_FROM_ALL)
  if(NOT ${component} STREQUAL voice)
    install(FILES ${here}/copyright DESTINATION ${doc} COMPONENT ${component} EXCLUDE_FROM_ALL)
  endif()
endmacro()

package(unknot unknot "trigger-point self-massage, guided by ear"
  "A voice says where to go and how firmly to press, and tones pace the breath,\nwhile the eyes are closed and both hands are busy. A routine is a short Lua\n\
script, planned to the exact frame before it begins: its length is known, it\nfits the minutes you have, and one press makes it longer, easier or shorter.\n\
.\nThis is general comfort. It is not medical advice and does not replace care."
  DEPENDS "libunknot0 ${exactly}" RECOMMENDS "unknot-voice-en-us-slt, unknot-plugin-portaudio, unknot-plugin-evdev"
  SUGGESTS "unknot-plugin-flite, espeak-ng, playerctl, snapserver, gstreamer1.0-unknot, unknot-mpv, unknot-http")
install(FILES CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/unknot)
package(lib libunknot0 "engine that plans and plays guided routines"
  "The library behind unknot: it plans a routine to the exact frame, and a program\nreads it as sound, seeks in it, or changes its mind while it plays.\n\
.\nScripts and sound files are read by helpers, which are in the package unknot."
  SECTION "libs${beside}" RECOMMENDS "unknot ${exactly}")
set(CPACK_DEBIAN_LIB_PACKAGE_CONTROL_EXTRA ${made}/shlibs ${made}/triggers)
install(FILES ${here}/overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides COMPONENT lib RENAME libunknot0 EXCLUDE_FROM_ALL)
package(dev libunknot-dev "engine that plans and plays guided routines (development files)"
  "What is needed to build programs with libunknot, and plugins for unknot:\nsinks, which take the sound, voices, which speak, sources of sounds, and\ncontrols, with a skeleton of each."
  SECTION "libdevel${beside}" DEPENDS "libunknot0 ${exactly}" SHLIBDEPS OFF)
package(voice unknot-voice-en-us-slt "voice that says all that the routines of unknot say"
  "Recorded sentences in English, of a woman from the United States: with them\nno speech program is needed."
  ARCHITECTURE all SECTION "sound\nMulti-Arch: foreign" SHLIBDEPS OFF ENHANCES unknot)
install(FILES ${PROJECT_SOURCE_DIR}/audio/en-US-slt/LICENCE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/unknot-voice-en-us-slt
        COMPONENT voice RENAME copyright EXCLUDE_FROM_ALL)

# Plugins that pull in a library: plugin(... PACKAGE name "what it does").
get_property(plugins GLOBAL PROPERTY UNKNOT_PLUGIN_PACKAGES)
foreach(plugin ${plugins})
  get_property(says GLOBAL PROPERTY UNKNOT_PLUGIN_${plugin})
  package(plugin_${plugin} unknot-plugin-${plugin} "plugin of unknot that ${says}"
    "unknot guides trigger-point self-massage by ear. With this plugin it\n${says}."
    DEPENDS "unknot ${exactly}")
endforeach()

# What plays routines in programs of others.
if(TARGET gstunknot)
  package(gstreamer gstreamer1.0-unknot "GStreamer plugin that plays routines of unknot"
    "unknot guides trigger-point self-massage by ear. With this plugin all\nthat is made with GStreamer, such as Mopidy, plays unknot://NAME."
    DEPENDS "unknot ${exactly}" ENHANCES mopidy)
endif()

if(TARGET host-mpv)   # mpv looks for what it loads by itself in a folder of the system
  package(mpv unknot-mpv "routines of unknot in mpv"
    "mpv plays guided self-massage as unknot://NAME: its length is known, steps\nare chapters, what is said are subtitles, and keys make it longer, easier\nor end it."
    SECTION video DEPENDS "unknot ${exactly}, mpv" ENHANCES mpv)
  file(MAKE_DIRECTORY ${made}/mpv)
  file(CREATE_LINK /usr/lib/unknot/mpv/unknot.so ${made}/mpv/unknot.so SYMBOLIC)
  install(FILES ${made}/mpv/unknot.so DESTINATION ../etc/mpv/scripts COMPONENT mpv EXCLUDE_FROM_ALL)
endif()

if(TARGET unknot-http)
  package(http unknot-http "routines of unknot for players in the house, by HTTP"
    "Gives guided self-massage as WAV and FLAC files of known length, with captions\nand a playlist, to whatever plays music: MPD, VLC, Volumio or a phone."
    DEPENDS "unknot ${exactly}" ENHANCES "unknot, mpd")
endif()

include(CPack)
