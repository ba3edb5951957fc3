// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/random.h"
#include "tests/support/story.h"

namespace Trailglass::Support {

/// What an Asana event says besides its id and time. Empty texts are left out, as Asana does.
struct AsanaFields
{
    QByteArray type;
    QByteArray category;
    QByteArray actorType = "user";
    const Person *actor = nullptr; ///< only of actor type user
    QByteArray resourceType;
    QByteArray resourceSubtype = {};
    QByteArray resourceGid;
    QByteArray resourceName = {};
    QByteArray resourceEmail = {};
    QByteArray details = "{}"; ///< a JSON object
    QByteArray contextType = "web";
    QByteArray authenticationMethod = {};
    QByteArray address = {};
    QByteArray userAgent = {};
    QByteArray ruleName = {};
    qint64 onBehalfOf = 0; ///< left out when 0
};

/// Asana's events: gids are twenty digits and more, beyond 2^63; times have milliseconds.
class AsanaStory final : public Story
{
public:
    AsanaStory(const Staff &staff, quint64 seed);

    [[nodiscard]] VendorEvent next(const Moment &moment) override;

    /// \a time is cut off to the millisecond.
    [[nodiscard]] VendorEvent compose(UtcMicros time, const AsanaFields &fields);

    [[nodiscard]] static QByteArray workspaceGid() { return "1200000000000001"; }
    /// A user as the resource of an event.
    static void setResource(AsanaFields &fields, const Person &person);

private:
    [[nodiscard]] AsanaFields routine(const Moment &moment);
    [[nodiscard]] AsanaFields nightJob(const Moment &moment);
    [[nodiscard]] AsanaFields withoutPerson(const Moment &moment);
    /// Somebody to whose account something is done. Who is invited or removed is a guest: others act before and after.
    [[nodiscard]] const Person &affected(const QByteArray &type, const Moment &moment);
    void chooseResource(AsanaFields &fields);
    [[nodiscard]] QByteArray details(const QByteArray &type);
    [[nodiscard]] QByteArray gid();

    const Staff &m_staff;
    Random m_random;
    qint64 m_count = 0;
};

} // namespace Trailglass::Support
