// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/standardoutput.h"

namespace Trailglass {

StandardOutput::StandardOutput(Console &console)
    : m_console(console)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 StandardOutput::readData(char *, qint64)
{
    return -1;
}

qint64 StandardOutput::writeData(const char *data, qint64 size)
{
    m_console.printBytes({data, static_cast<qsizetype>(size)});
    if (m_console.outputError() == 0)
        return size;
    setErrorString(qt_error_string(m_console.outputError()));
    return -1;
}

} // namespace Trailglass
