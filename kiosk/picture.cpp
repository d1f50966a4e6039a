#include "kiosk/picture.hpp"

#define GL_GLEXT_PROTOTYPES
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <stb/stb_image_write.h>

#include <vector>

namespace kiosk {

struct PictureRenderer::Context {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;

  ~Context() {
    if (display == EGL_NO_DISPLAY) return;
    eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
    eglTerminate(display);
  }
};

namespace {

tl::unexpected<domain::Error> no_egl(const char* what) {
  return domain::fail(domain::Fault::not_found,
                      std::string("Pictures cannot be drawn here: ") + what +
                          " is missing; nothing else is affected, install libegl1 and "
                          "libgl1-mesa-dri for pictures.");
}

}  // namespace

domain::Result<void> write_png(const std::filesystem::path& file, int width, int height,
                               const unsigned char* pixels) {
  constexpr int channels = 3;
  stbi_flip_vertically_on_write(1);
  if (stbi_write_png(file.c_str(), width, height, channels, pixels, width * channels) == 0)
    return domain::fail(domain::Fault::io, "The picture " + file.string() +
                                               " could not be written: check the folder.");
  return {};
}

domain::Result<std::unique_ptr<PictureRenderer>> PictureRenderer::open(ui::Ui& ui) {
  auto context = std::make_unique<Context>();
  const auto get_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
      eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (get_display == nullptr) return no_egl("EGL");
  context->display = get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
  if (context->display == EGL_NO_DISPLAY || eglInitialize(context->display, nullptr, nullptr) == 0)
    return no_egl("a display without a screen");
  eglBindAPI(EGL_OPENGL_API);
  context->context = eglCreateContext(context->display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, nullptr);
  if (context->context == EGL_NO_CONTEXT ||
      eglMakeCurrent(context->display, EGL_NO_SURFACE, EGL_NO_SURFACE, context->context) == 0)
    return no_egl("OpenGL without a screen");
  if (!ImGui_ImplOpenGL3_Init("#version 130")) return no_egl("OpenGL 3");
  return std::unique_ptr<PictureRenderer>(new PictureRenderer(ui, std::move(context)));
}

PictureRenderer::PictureRenderer(ui::Ui& ui, std::unique_ptr<Context> context)
    : ui_(ui), context_(std::move(context)) {}

PictureRenderer::~PictureRenderer() { ImGui_ImplOpenGL3_Shutdown(); }

domain::Result<void> PictureRenderer::write(const std::filesystem::path& file) {
  const int width = ui_.settings().panel.width, height = ui_.settings().panel.height;
  ImDrawData* const drawn = ImGui::GetDrawData();
  if (drawn == nullptr) return domain::fail(domain::Fault::refused, "No frame was drawn yet.");
  if (fonts_version_ != ui_.fonts_version()) {
    if (fonts_version_ != 0) ImGui_ImplOpenGL3_DestroyFontsTexture();
    fonts_version_ = ui_.fonts_version();
  }
  ImGui_ImplOpenGL3_NewFrame();
  if (ImGui::GetIO().Fonts->TexID == nullptr) ImGui_ImplOpenGL3_CreateFontsTexture();

  GLuint frame = 0, buffer = 0;
  glGenFramebuffers(1, &frame);
  glBindFramebuffer(GL_FRAMEBUFFER, frame);
  glGenRenderbuffers(1, &buffer);
  glBindRenderbuffer(GL_RENDERBUFFER, buffer);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, buffer);
  glViewport(0, 0, width, height);
  glClearColor(0, 0, 0, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  // Texture ids are written into the frame when it is drawn; the first one had none yet.
  for (int i = 0; i < drawn->CmdListsCount; ++i)
    for (ImDrawCmd& command : drawn->CmdLists[i]->CmdBuffer)
      command.TextureId = ImGui::GetIO().Fonts->TexID;
  ImGui_ImplOpenGL3_RenderDrawData(drawn);
  std::vector<unsigned char> pixels(static_cast<std::size_t>(width) *
                                    static_cast<std::size_t>(height) * 3);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glDeleteRenderbuffers(1, &buffer);
  glDeleteFramebuffers(1, &frame);
  return write_png(file, width, height, pixels.data());
}

}  // namespace kiosk
