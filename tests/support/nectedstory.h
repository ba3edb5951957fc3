// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/random.h"
#include "tests/support/story.h"

namespace Trailglass::Support {

/// What a Nected entry says besides its id and time.
struct NectedFields
{
    QByteArray type;
    QByteArray name;
    QByteArray event;
    QByteArray status = "Success";
    QByteArray environment = "Staging";
    const Person *user = nullptr; ///< null: `user` is empty, as for calls of the API
    QByteArray address;
    int milliseconds = 0;
    QByteArray message = {};
    QByteArray input = {}; ///< a JSON value, null when empty
    QByteArray output = {};
    QByteArray version = "draft";
    QByteArray parent = {}; ///< log id of the run that this one is a part of
};

/// Nected's entries: ids are those of a search engine, times have nanoseconds.
class NectedStory final : public Story
{
public:
    explicit NectedStory(quint64 seed);

    [[nodiscard]] VendorEvent next(const Moment &moment) override;

    /// The nanoseconds below \a time are drawn.
    [[nodiscard]] VendorEvent compose(UtcMicros time, const NectedFields &fields);

private:
    [[nodiscard]] NectedFields edit(const Person &person);
    [[nodiscard]] NectedFields call(const Person &account);
    [[nodiscard]] QByteArray makeTrace();

    Random m_random;
    QByteArray m_lastWorkflow; ///< log id of the newest run that can have parts
};

} // namespace Trailglass::Support
