// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/workspacefaults.h"

#include "models/session/presetkeeper.h"
#include "models/session/sourcekeeper.h"
#include "views/common/messagestrip.h"

namespace Trailglass {

WorkspaceFaults::WorkspaceFaults(SourceKeeper &sources, PresetKeeper &presets, MessageStrip &strip,
                                 QObject *parent)
    : QObject(parent)
    , m_strip(strip)
{
    connect(&sources, &SourceKeeper::failed, this, [this](const Error &error) {
        m_hasSources = false;
        show(error);
    });
    connect(&presets, &PresetKeeper::failed, this, [this](const Error &error) {
        m_hasPresets = false;
        show(error);
    });
    connect(&sources, &SourceKeeper::listed, this, [this] {
        m_hasSources = true;
        hideWhenOver();
    });
    connect(&presets, &PresetKeeper::listed, this, [this] {
        m_hasPresets = true;
        hideWhenOver();
    });
    connect(&strip, &MessageStrip::acted, this, [this] {
        if (m_shown.isEmpty())
            return;
        m_strip.hide();
        Q_EMIT retryWanted();
    });
}

void WorkspaceFaults::show(const Error &error)
{
    m_strip.show(MessageStrip::Kind::Error, error.message, tr("Try again"));
    m_shown = m_strip.text();
}

void WorkspaceFaults::hideWhenOver()
{
    if (!m_hasSources || !m_hasPresets)
        return;
    // Something else may stand there by now.
    if (!m_shown.isEmpty() && m_strip.text() == m_shown)
        m_strip.hide();
    m_shown.clear();
}

} // namespace Trailglass
