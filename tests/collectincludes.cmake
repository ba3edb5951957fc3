# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT

# Writes a header that includes what the given tests include, each once; leaves it as it is where nothing changed.
#   cmake -DOUTPUT=headers.h -P collectincludes.cmake tst_first.cpp tst_second.cpp

set(includes)
math(EXPR last "${CMAKE_ARGC} - 1")
set(is_test FALSE)
foreach(place RANGE ${last})
    set(argument "${CMAKE_ARGV${place}}")
    if(is_test)
        file(STRINGS "${argument}" lines REGEX "^#include [<\"].*(h|[a-zA-Z_])[>\"]")
        list(APPEND includes ${lines})
    elseif(argument MATCHES "collectincludes.cmake$")
        set(is_test TRUE)
    endif()
endforeach()
list(FILTER includes EXCLUDE REGEX "\\.moc\"")
list(SORT includes)
list(REMOVE_DUPLICATES includes)
list(JOIN includes "\n" text)
file(CONFIGURE OUTPUT "${OUTPUT}" CONTENT "#pragma once\n${text}\n" @ONLY)
