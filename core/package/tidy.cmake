# What a package for the system has otherwise than an installation into any folder: no search path, small pages.
find_program(GZIP gzip REQUIRED)
file(GLOB_RECURSE pages ${CPACK_TEMPORARY_DIRECTORY}/*/usr/share/man/man*/*.[1-8]
     ${CPACK_TEMPORARY_DIRECTORY}/*/usr/share/doc/*/changelog)
foreach(page ${pages})
  execute_process(COMMAND ${GZIP} -9n ${page} RESULT_VARIABLE trouble)
  if(trouble)
    message(FATAL_ERROR "${page} could not be compressed: ${trouble}")
  endif()
endforeach()
file(GLOB programs ${CPACK_TEMPORARY_DIRECTORY}/*/usr/bin/* ${CPACK_TEMPORARY_DIRECTORY}/*/usr/lib/*/gstreamer-1.0/*.so
     ${CPACK_TEMPORARY_DIRECTORY}/*/usr/lib/unknot/mpv/*.so)
foreach(program ${programs})
  file(RPATH_REMOVE FILE ${program})
endforeach()
# the zsh of Debian looks there for what comes in packages
file(GLOB folders ${CPACK_TEMPORARY_DIRECTORY}/*/usr/share/zsh/site-functions)
foreach(folder ${folders})
  get_filename_component(zsh ${folder} DIRECTORY)
  file(RENAME ${folder} ${zsh}/vendor-completions)
endforeach()
