// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"

#include <QObject>

#include <optional>

namespace Trailglass {

class MessageStrip;
class PresetService;
class SourceService;

/// Says in the window's strip what is wrong with the workspace as a whole, and takes it back when the
/// workspace can be read again.
class WorkspaceErrors : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object.
    WorkspaceErrors(SourceService &sources, PresetService &presets, MessageStrip &strip,
                    QObject *parent = nullptr);

Q_SIGNALS:
    /// The user wants the workspace read again.
    void retryRequested();

private:
    void show(const Error &error);
    void hideWhenOver();

    MessageStrip &m_strip;
    bool m_hasSources = true; ///< as far as is known
    bool m_hasPresets = true;
    QString m_shown; ///< text of the strip while it shows an error; empty when none is known
};

} // namespace Trailglass
