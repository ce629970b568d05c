ENV["RAILS_ENV"] = "production"
require "action_controller/railtie"
require "rack/cors"
require "rack/handler/webrick"

class UsersController < ActionController::API
  before_action :login, only: :private_users

  def users
    response.set_header("X-Total-Count", "3")
    response.set_header("X-Handler", "ran")
    render json: []
  end
  alias private_users users

  def broken
    raise "broken on purpose"
  end

  def login
    head :unauthorized unless request.headers["Authorization"]
  end
end

class Proof < Rails::Application
  config.root = __dir__
  config.eager_load = false
  config.secret_key_base = "no secret"
  config.logger = Logger.new($stderr)
  routes.append do
    match "users", to: "users#users", via: :all
    match "private", to: "users#private_users", via: :all
    match "broken", to: "users#broken", via: :all
  end
end

@CODE@
Rails.application.initialize!
Rack::Handler::WEBrick.run(Rails.application, Host: "127.0.0.1", Port: @PORT@)
