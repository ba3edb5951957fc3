// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/wholedocument.h"

#include "models/sources/jsonslicer.h"

namespace Trailglass {

Result<std::string> wholeDocument(std::string_view text)
{
    JsonSlicer slicer(JsonSlicer::Shape::Single);
    slicer.feed(text);
    const auto error = slicer.finish();
    std::vector<Slice> slices = slicer.take();
    if (error)
        return Error{ErrorKind::Malformed, error->reason};
    if (slices.size() != 1)
        return Error{ErrorKind::Malformed, {}};
    if (slices.front().error)
        return Error{ErrorKind::Malformed, slices.front().error->reason};
    return std::move(slices.front().bytes);
}

} // namespace Trailglass
