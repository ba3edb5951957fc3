// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

#include <QObject>
#include <QTimer>

namespace Trailglass {

/// Gathers the turns of a wheel, or key presses, into one zoom: one edit of the filter for many turns.
/// \thread GUI
class WheelZoom : public QObject
{
    Q_OBJECT

public:
    static constexpr double Step = 0.7; ///< of the shown time, for a turn

    explicit WheelZoom(QObject *parent = nullptr);

    /// \param factor  below 1 shows less time, above it more
    void turn(UtcMicros around, double factor);
    /// Forgets the turns that were gathered.
    void stop() { m_pause.stop(); }

Q_SIGNALS:
    /// After the last turn.
    /// \param around  of the first turn
    void zoomed(Trailglass::UtcMicros around, double factor);

private:
    QTimer m_pause;
    UtcMicros m_around;
    double m_factor = 1;
};

} // namespace Trailglass
