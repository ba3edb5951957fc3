// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/asanastory.h"
#include "tests/support/datafoldstory.h"
#include "tests/support/nectedstory.h"
#include "tests/support/paradimestory.h"
#include "tests/support/secodastory.h"

#include <QList>

namespace Trailglass::Support {

/// One thing that happens in the incident.
template <class Fields>
struct Step
{
    int second; ///< after the start
    Fields fields;
};

/// The Saturday night on which somebody uses the contractor's account; COMPANY.md tells the story.
struct Incident
{
    /// \a staff must outlive the incident.
    explicit Incident(const Staff &staff);

    QList<Step<AsanaFields>> asana;
    QList<Step<SecodaFields>> secoda;
    QList<Step<DatafoldFields>> datafold;
    QList<Step<ParadimeFields>> paradime;
    QList<Step<NectedFields>> nected;

    /// From midnight of WorkCalendar::saturday(): it starts at 23:12 UTC.
    static constexpr qint64 StartOfDay = 23 * UtcMicros::PerHour + 12 * UtcMicros::PerMinute;

    /// The contractor's account is removed then, on Monday morning; seconds after the start.
    static constexpr int Removal = (33 * 60 + 12) * 60;

    /// Where the stranger comes from; nobody else ever does.
    /// \source RFC 5737, TEST-NET-1
    static constexpr char Address[] = "192.0.2.66";
};

} // namespace Trailglass::Support
