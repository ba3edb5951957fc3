// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace Trailglass::Testing {

class SceneStage;

/// What one picture shows, in light and in dark.
struct Scene
{
    enum class Use
    {
        Documents, ///< its pictures are in docs/screenshots
        Review ///< its pictures are looked at and thrown away
    };

    QString name; ///< of the file, before the appearance
    Use use;
    /// Brings the window there.
    /// \returns what the documents show of it: the window, or a part
    std::function<QWidget *(SceneStage &stage)> prepare;
};

/// The table, the histogram, and what is done with events.
[[nodiscard]] QList<Scene> eventScenes();
/// The query bar, the filter pane and presets.
[[nodiscard]] QList<Scene> filterScenes();
/// The tabs of the inspector, and two events compared.
[[nodiscard]] QList<Scene> inspectorScenes();
/// Marks and notes, reviews, checkpoints, evidence bundles.
[[nodiscard]] QList<Scene> evidenceScenes();
/// The page of the sources and its dialogs, imports, and sources that were never synced.
[[nodiscard]] QList<Scene> sourceScenes();
/// The first page, other workspaces and versions, and what belongs to the window alone.
[[nodiscard]] QList<Scene> windowScenes();

} // namespace Trailglass::Testing
