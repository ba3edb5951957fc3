// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/workspaceerrors.h"

#include "models/core/logging.h"
#include "models/workspace/presetservice.h"
#include "models/workspace/sourceservice.h"
#include "views/common/messagestrip.h"

namespace Trailglass {

WorkspaceErrors::WorkspaceErrors(SourceService &sources, PresetService &presets, MessageStrip &strip,
                                 QObject *parent)
    : QObject(parent)
    , m_strip(strip)
{
    connect(&sources, &SourceService::failed, this, [this](const Error &error) {
        m_hasSources = false;
        show(error);
    });
    connect(&presets, &PresetService::failed, this, [this](const Error &error) {
        m_hasPresets = false;
        show(error);
    });
    connect(&sources, &SourceService::listed, this, [this] {
        m_hasSources = true;
        hideWhenOver();
    });
    connect(&presets, &PresetService::listed, this, [this] {
        m_hasPresets = true;
        hideWhenOver();
    });
    connect(&strip, &MessageStrip::acted, this, [this] {
        if (m_shown.isEmpty())
            return;
        m_strip.hide();
        Q_EMIT retryRequested();
    });
}

void WorkspaceErrors::show(const Error &error)
{
    qCInfo(logUi).noquote() << "workspace error shown:" << errorKindName(error.kind);
    m_strip.show(MessageStrip::Kind::Error, error.message, tr("Try again"));
    m_shown = m_strip.text();
}

void WorkspaceErrors::hideWhenOver()
{
    if (!m_hasSources || !m_hasPresets)
        return;
    // Something else may stand there by now.
    if (!m_shown.isEmpty() && m_strip.text() == m_shown)
        m_strip.hide();
    m_shown.clear();
}

} // namespace Trailglass

#include "moc_workspaceerrors.cpp"
