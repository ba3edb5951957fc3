// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/detailservice.h"

#include <QString>

#include <string>

namespace Trailglass {

/// What a vendor knows beside an event, for people: when it was fetched, then a table of versions and events.
/// \param record  the event that was asked about
/// \param width  characters a line may have, as TextTable::take() has it
[[nodiscard]] QString relatedText(const EventRecord &record, const KnownDetail &known, int width);

/// The same as one JSON object on a line of its own:
/// `{"fetched","from":"workspace|vendor","total","complete","related":[…]}`, where `related` holds
/// `{"kind":"version","id","logged","events":[…],"raw"}`, events as `{"kind":"event|itself|parent|child","event"}` in
/// the form of NdjsonWriter, and those that cannot be read as events as `{"kind","event":null,"raw"}`.
[[nodiscard]] std::string relatedJson(const EventRecord &record, const KnownDetail &known);

} // namespace Trailglass
