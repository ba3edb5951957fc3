// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/console.h"

#include <QIODevice>

namespace Trailglass {

/// Standard output as a device for exports; every byte goes through the console at once, so an error is never
/// late.
class StandardOutput : public QIODevice
{
public:
    /// Open for writing.
    /// \param console  outlives the device
    explicit StandardOutput(Console &console);

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    Console &m_console;
};

} // namespace Trailglass
