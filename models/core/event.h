// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/markcolour.h"
#include "models/core/utcmicros.h"

#include <optional>
#include <string>
#include <string_view>

namespace Trailglass {

/// Derived class of an action; one table a vendor decides it.
enum class Operation : quint8
{
    Create,
    Read,
    Update,
    Delete,
    Auth,
    Grant,
    Execute,
    Export,
    Other
};

enum class Outcome : quint8
{
    Success,
    Failure,
    Unknown
};

enum class Vendor : quint8
{
    Asana,
    Secoda,
    Datafold,
    Paradime,
    Nected
};

/// The wire and column names: `create`, `success`, `asana`.
[[nodiscard]] std::string_view name(Operation operation);
[[nodiscard]] std::string_view name(Outcome outcome);
[[nodiscard]] std::string_view name(Vendor vendor);
[[nodiscard]] std::optional<Operation> operationFromName(std::string_view name);
[[nodiscard]] std::optional<Outcome> outcomeFromName(std::string_view name);
[[nodiscard]] std::optional<Vendor> vendorFromName(std::string_view name);

/// Who did it. Empty strings where the vendor does not say.
struct Actor
{
    std::string id;
    std::string email;
    std::string name;
    std::string type;

    /// email, else name, else id, else type
    [[nodiscard]] const std::string &display() const;
    friend bool operator==(const Actor &, const Actor &) = default;
};

/// What it was done to. Empty strings where the vendor does not say.
struct Target
{
    std::string id;
    std::string name;
    std::string type;

    /// name, else id, else type
    [[nodiscard]] const std::string &display() const;
    friend bool operator==(const Target &, const Target &) = default;
};

/// One audit event in the common shape, as a source read it. Every text is valid UTF-8 but `raw`, which is
/// the vendor's object byte for byte (it too is valid UTF-8 when it came through the slicer).
struct Event
{
    std::string id; ///< the vendor's own, never empty
    UtcMicros created; ///< when it happened
    std::string action; ///< verbatim
    std::string category; ///< verbatim
    Operation operation = Operation::Other;
    Outcome outcome = Outcome::Unknown;
    Actor actor;
    Target target;
    std::string ip;
    std::string userAgent;
    std::string channel;
    std::string workspace;
    std::string environment;
    std::string correlation;
    std::string message; ///< the vendor's own words only
    std::optional<UtcMicros>
        revised; ///< the vendor's "last changed", where a newer one replaces the event (Paradime)
    std::string raw;
};

/// An event as it is stored: with its source, the time at which it was first stored, and what reviewers of the
/// workspace said of it, which is no part of the event.
struct EventRecord
{
    RowId row;
    std::string source; ///< the name the user gave the source
    Vendor vendor = Vendor::Asana;
    UtcMicros received;
    Event event;
    std::optional<MarkColour> mark = {}; ///< nothing without one, and in an archive
    std::string note = {}; ///< UTF-8; empty without one, and in an archive
};

} // namespace Trailglass
