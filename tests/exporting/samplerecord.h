// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

namespace Trailglass {

/// A record with a different text in every field.
[[nodiscard]] inline EventRecord sampleRecord()
{
    EventRecord record;
    record.row = RowId{7};
    record.source = "team";
    record.vendor = Vendor::Paradime;
    record.received = UtcMicros{1'763'629'000'000'001};
    Event &event = record.event;
    event.id = "e-1";
    event.created = UtcMicros{1'763'628'900'123'456};
    event.action = "schedule_updated";
    event.category = "schedule";
    event.operation = Operation::Update;
    event.outcome = Outcome::Success;
    event.actor = {"a-1", "ann@example.com", "Ann", "user"};
    event.target = {"t-1", "nightly", "job"};
    event.ip = "192.0.2.1";
    event.userAgent = "curl/8";
    event.channel = "web";
    event.workspace = "main";
    event.environment = "production";
    event.correlation = "c-1";
    event.message = "Changed the schedule";
    event.raw =
        R"({"id":"e-1","n":1.50,"tags":["x","y"],"deep":{"key":"v"},"none":null,"text":"a\"b\u00e9"})";
    return record;
}

} // namespace Trailglass
