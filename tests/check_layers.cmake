# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
#
# Fails on an #include that breaks the arrows declared by trailglass_module(), on Gui or Widgets under models/, and on a
# class that belongs to one module only. Linking alone does not catch these: all headers share one include root.
#   cmake -DROOT=<source> -DLAYERS=<build>/layers.cmake -P check_layers.cmake

cmake_minimum_required(VERSION 3.25)
include("${LAYERS}")

set(violations 0)
macro(violation text)
    message(SEND_ERROR "${text}")
    math(EXPR violations "${violations} + 1")
endmacro()

# Only this module may name the class.
set(OWNED_QSqlDatabase "models/store")
set(OWNED_QNetworkAccessManager "models/sync")
set(OWNED_QKeychain "models/credentials")

set(GUI_HEADER "#include *[<\"](QtGui|QtWidgets|QWidget|QApplication|QGuiApplication|QColor|QFont|QIcon|QPixmap|QImage|QAction|QPainter)[/>\"]")
set(FORBIDDEN_CALL "processEvents|QEventLoop|ignoreSslErrors|setInsecureFallback *\\( *true|QThread::(m|u)?sleep|qSleep")

file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/models/*.h" "${ROOT}/models/*.cpp" "${ROOT}/views/*.h"
     "${ROOT}/views/*.cpp" "${ROOT}/app/*.h" "${ROOT}/app/*.cpp")
foreach(file IN LISTS files)
    file(STRINGS "${ROOT}/${file}" lines ENCODING UTF-8)
    string(REGEX MATCH "^models/[^/]+" module "${file}")
    foreach(line IN LISTS lines)
        string(REGEX REPLACE "//.*$" "" code "${line}")
        if(code MATCHES "^ *#include \"(models/[^/]+|views|app)/")
            set(included "${CMAKE_MATCH_1}")
            if(module)
                string(REPLACE "models/" "" included_name "${included}")
                if(NOT included STREQUAL module AND NOT included_name IN_LIST ALLOW_${module})
                    violation("${file}: ${module} must not include ${included}")
                endif()
            elseif(file MATCHES "^views/" AND included MATCHES "^(app|models/(store|sync|credentials|commandline))$")
                violation("${file}: views must not include ${included}")
            endif()
        endif()
        if(module AND code MATCHES "${GUI_HEADER}")
            violation("${file}: no Gui or Widgets under models/: ${code}")
        endif()
        foreach(class QSqlDatabase QNetworkAccessManager QKeychain)
            if(code MATCHES "(^|[^A-Za-z])${class}" AND NOT module STREQUAL "${OWNED_${class}}")
                violation("${file}: ${class} belongs to ${OWNED_${class}}")
            endif()
        endforeach()
        if(code MATCHES "${FORBIDDEN_CALL}")
            violation("${file}: against the house rules: ${code}")
        endif()
    endforeach()
endforeach()

list(LENGTH files count)
if(count EQUAL 0)
    message(FATAL_ERROR "no source files below ${ROOT}")
endif()
message(STATUS "${count} files checked, ${violations} violations")
