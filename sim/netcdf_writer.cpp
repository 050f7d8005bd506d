#include "sim/netcdf_writer.hpp"

#include <netcdf>
#include <stdexcept>

namespace tumen {
namespace {

/// Values from which an array is compressed: below it the chunk's header costs more.
constexpr std::size_t worth_compressing = 512;

void write_texts(netCDF::NcFile& file, const std::string& name, const std::string& dimension,
                 const std::vector<std::string>& texts) {
  const netCDF::NcVar out = file.addVar(name, "string", dimension);
  // All at once: HDF5 clears a buffer of a megabyte for every call.
  std::vector<const char*> pointers;
  for (const std::string& text : texts) {
    pointers.push_back(text.c_str());
  }
  out.putVar(pointers.data());
}

void write_variable(netCDF::NcFile& file, const NetcdfVariable& variable) {
  const netCDF::NcVar out = file.addVar(variable.name, "double", variable.dimensions);
  if (variable.values.size() >= worth_compressing) {
    out.setCompression(true, true, 4);
  }
  const bool is_plain = variable.unit.empty() || variable.unit == "share" ||
                        variable.unit == "index" || variable.unit == "count";
  out.putAtt("units", is_plain ? "1" : variable.unit);
  out.putAtt("long_name", variable.long_name);
  if (!variable.coordinates.empty()) {
    out.putAtt("coordinates", variable.coordinates);
  }
  out.putVar(variable.values.data());
}

}  // namespace

void write_netcdf(const std::filesystem::path& path, const NetcdfData& data) {
  try {
    netCDF::NcFile file(path.string(), netCDF::NcFile::newFile, netCDF::NcFile::nc4);
    for (const auto& [name, text] : data.attributes) {
      file.putAtt(name, text);
    }
    for (const NetcdfDimension& dimension : data.dimensions) {
      file.addDim(dimension.name, dimension.size);
      if (!dimension.labels.empty()) {
        write_texts(file, dimension.name, dimension.name, dimension.labels);
      }
    }
    for (const NetcdfVariable& variable : data.variables) {
      if (!variable.texts.empty()) {
        write_texts(file, variable.name, variable.dimensions.front(), variable.texts);
      } else if (!variable.values.empty()) {
        write_variable(file, variable);
      }
    }
    file.close();
  } catch (const netCDF::exceptions::NcException& error) {
    throw std::runtime_error(path.string() + ": " + error.what());
  }
}

}  // namespace tumen
