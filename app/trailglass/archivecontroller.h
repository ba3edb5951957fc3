// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/sharedpresetcontroller.h"
#include "app/trailglass/shownarchive.h"
#include "models/core/utcmicros.h"
#include "models/workspace/resultrequest.h"

#include <QObject>

#include <optional>

namespace Trailglass {

class Clock;
class EventsView;
class FilterState;
class MainWindow;
class ResultRunner;
class Settings;
struct Error;

/// What a window over an archive says and does besides: where the events are and what a result cost, what others push, and
/// whether the server can be reached. What was read last stays shown while it cannot, and what the archive holds is kept for
/// the next time that it is opened.
/// \thread GUI
class ArchiveController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        ResultRunner &results;
        FilterState &filter;
        EventsView &events;
        PresetService &presets; ///< of this user
        PresetMenu &presetMenu;
        const Settings &settings; ///< the display zone
        const Clock &clock;
        MainWindow &window;
        QString settingsFile = {}; ///< as for Settings
    };
    /// All parts outlive the controller.
    ArchiveController(const Parts &parts, const ShownArchive &archive, QObject *parent = nullptr);

Q_SIGNALS:
    /// Others have pushed, or taken back.
    void eventsChanged();
    /// What failed is to be tried again.
    void retryRequested();
    /// The server does not accept the user or the key: others are to be entered.
    void keyRequested();

private:
    void connectResults();
    void connectWatch();
    void showResult(const QueryResult &result);
    void showFailure(const Error &error);
    void act();
    void recover();
    void hideFailure();

    Parts m_parts;
    PlaceWatch m_watch;
    SharedPresetController m_sharing;
    std::optional<KnownArchiveKeeper> m_keeper;
    std::optional<UtcMicros> m_readAt; ///< when the last result came
    bool m_hasFailed = false; ///< the last request
    bool m_isRetried = false; ///< the request that runs repeats one that failed, by itself
    QString m_shown; ///< in the strip; empty: nothing of this controller
    bool m_needsKey = false; ///< what m_shown is about
};

/// How long a result took and what it read, for the status bar; empty for one of this machine.
[[nodiscard]] QString costText(const QueryResult &result);

} // namespace Trailglass
